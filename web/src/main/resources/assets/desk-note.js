// A note on the desk: saved as it is typed, kept in this browser while it cannot be, shown as it
// will look, and merged when somebody else was faster. The form works without any of this.

import { address, ask, element, list, Problem, quietly, sentenceOf, slugOf, Unreachable } from "./desk-api.js";
import { edit, fillTools, TOOLS } from "./desk-editor.js";
import { askHow } from "./desk-merge.js";
import { preview, proposed, tabs, warnings } from "./desk-preview.js";
import { Kept } from "./desk-store.js";

const NAMES = {
  title: "Title",
  date: "Date",
  talks: "Talks",
  verdict: "Verdict",
  entry: "Entry",
  recommendation: "Recommendation",
  section: "Section",
  position: "Position",
  rank: "Rank",
  body: "Text",
};
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

const form = document.getElementById("note");
const field = (name) => form.elements[name];
const conference = form.dataset.conference;
const desk = `/write/${encodeURIComponent(conference)}`;
const saved = form.querySelector("[data-saved]");
const trouble = document.getElementById("trouble");

let state = form.dataset.state;
let etag = form.dataset.etag || null;
// A new note that was given no name is named after its title, until somebody names it.
let slugFollows = field("slug").value === "";
let slugIsTheirs = state !== "new";
let base = read();
let kept = null;
let editor;
let saving = null;
let again = false;
let merging = false;
let retry = FIRST_RETRY;
let retryTimer = 0;
let action = "draft";
let asked = false;

/** What the form says, as the API has it. */
function read() {
  const number = (name) => (field(name).value.trim() === "" ? null : Number(field(name).value));
  const text = (name) => (field(name).value.trim() === "" ? null : field(name).value);
  return {
    title: field("title").value.trim().replace(/\s*\n\s*/g, " "),
    date: field("date").value.trim(),
    talks: field("talks")
      .value.split(/[\s,]+/)
      .filter((talk) => talk !== ""),
    verdict: field("verdict").value || null,
    entry: text("entry"),
    recommendation: text("recommendation"),
    section: field("section").value.trim() || null,
    position: number("position"),
    rank: number("rank"),
    body: field("body").value,
  };
}

/** Fills the form with what the API said, or a merge. */
function write(note) {
  field("title").value = note.title;
  field("date").value = note.date ?? "";
  field("talks").value = note.talks.join(", ");
  field("verdict").value = note.verdict ?? "";
  for (const name of ["entry", "recommendation", "section", "position", "rank"]) {
    field(name).value = note[name] ?? "";
  }
  if (field("body").value !== note.body) {
    if (editor) {
      editor.replace(note.body);
    } else {
      field("body").value = note.body;
    }
  }
}

/** A note of the API as the form has it. */
function flat(note) {
  const { verdict, entry, recommendation, section, position, rank } = note.review ?? {};
  return {
    title: note.title,
    date: note.date,
    talks: note.talks ?? [],
    verdict: verdict ?? null,
    entry: entry ?? null,
    recommendation: recommendation ?? null,
    section: section ?? null,
    position: position ?? null,
    rank: rank ?? null,
    body: note.body,
  };
}

/** The note for the API. */
function forApi(note, asState) {
  const { title, date, talks, body, ...review } = note;
  return { title, date: date || null, talks, body, state: asState, review };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const isChanged = () => !same(read(), base);

function say(sentence, tone = "") {
  saved.textContent = sentence;
  saved.dataset.tone = tone;
}

function clock() {
  return new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

function tell(tone, ...content) {
  trouble.replaceChildren(element("div", { class: `notice ${tone}`, role: "alert" }, ...content));
  trouble.hidden = false;
}

function quiet() {
  trouble.hidden = true;
  trouble.replaceChildren();
}

/** Shows in which state the note is, and what the buttons do then. */
function show() {
  const badge = form.querySelector(".badge.state");
  badge.dataset.state = state;
  badge.textContent = state === "new" ? "not saved yet" : state;
  form.querySelector("[data-draft]").textContent =
    state === "published" ? "Back to draft" : "Save draft";
  form.querySelector("[data-publish]").textContent =
    state === "published" ? "Publish changes" : "Publish";
  const slug = encodeURIComponent(field("slug").value);
  const page = form.querySelector("[data-page]");
  page.hidden = state !== "published";
  page.href = `/conferences/${encodeURIComponent(conference)}/notes/${slug}`;
  const history = form.querySelector("[data-history]");
  history.hidden = state === "new";
  history.href = `${desk}/notes/${slug}/history`;
  document.querySelectorAll('input[name="etag"]').forEach((input) => (input.value = etag ?? ""));
}

function keepNow() {
  kept
    ?.keep({ base, etag, state, mine: read(), slug: field("slug").value, editor: editor.toJSON() })
    .catch(() => say("This browser has no room to keep what you type. Save often.", "bad"));
}

const keep = quietly(150, keepNow);

const autosave = quietly(1_200, () => save("draft"));

/** Something was typed or chosen. */
function changed() {
  if (slugFollows && state === "new") {
    field("slug").value = slugOf(field("title").value);
  }
  keep();
  showPage();
  showDigest();
  if (!isChanged()) {
    say(state === "new" ? "" : "Nothing to save");
    return;
  }
  if (state === "published") {
    say("Kept in this browser. Readers see it when you publish.");
    return;
  }
  if (field("title").value.trim() === "") {
    say("Kept in this browser. Give it a title, and it is saved.");
    return;
  }
  say("Not saved yet …");
  autosave();
}

/** Somebody wants it saved. */
function saveAsked(as) {
  asked = true;
  if (as === "draft" && state === "published") {
    say("Kept in this browser. Readers see it when you publish.");
    return;
  }
  save(as);
}

/** Saves as a draft, or publishes; one at a time, the last one wins. */
async function save(as) {
  autosave.cancel();
  clearTimeout(retryTimer);
  if (merging) {
    return;
  }
  action = as;
  if (saving) {
    again = true;
    return;
  }
  saving = send(as === "publish" ? "published" : "draft").finally(() => {
    saving = null;
    if (again) {
      again = false;
      save(action);
    }
  });
  await saving;
}

async function send(asState) {
  const mine = read();
  const wanted = asked;
  asked = false;
  if (state === asState && !isChanged()) {
    say(`Saved. Nothing changed since.`, "good");
    return;
  }
  if (!form.checkValidity()) {
    say("Kept in this browser. Something has to be filled in before it is saved.", "bad");
    if (wanted) {
      form.reportValidity();
    }
    return;
  }
  const slug = field("slug").value.trim() || slugOf(mine.title) || "untitled";
  field("slug").value = slug;
  say(asState === "published" ? "Publishing …" : "Saving …");
  try {
    const { value, etag: tag } = await ask("PUT", address(conference, "notes", slug), {
      json: forApi(mine, asState),
      headers: etag ? { "If-Match": etag } : { "If-None-Match": "*" },
    });
    accepted(value, tag, mine);
  } catch (failure) {
    await failed(failure, asState, slug, mine);
  }
}

function accepted(note, tag, mine) {
  const wasNew = state === "new";
  retry = FIRST_RETRY;
  etag = tag;
  state = note.state;
  base = { ...mine, date: note.date };
  if (same(read(), mine)) {
    write(base);
  }
  if (wasNew) {
    field("slug").readOnly = true;
    const path = `${desk}/notes/${encodeURIComponent(note.slug)}`;
    form.action = path;
    history.replaceState(null, "", path);
    kept?.rename(topic(note.slug));
  }
  quiet();
  show();
  say(
    state === "published"
      ? `Published at ${clock()}. The digest shows it in a moment.`
      : `Draft saved at ${clock()}`,
    "good",
  );
  keep();
  showDigest();
  if (isChanged()) {
    changed();
  }
}

async function failed(failure, asState, slug, mine) {
  if (failure instanceof Unreachable) {
    say(
      navigator.onLine
        ? "The server cannot be reached. Kept in this browser; it is sent when the server is back."
        : "You are offline. Kept in this browser; it is sent when you are back online.",
      "bad",
    );
    retryTimer = setTimeout(() => save(asState === "published" ? "publish" : "draft"), retry);
    retry = Math.min(LONGEST_RETRY, retry * 2);
    return;
  }
  if (failure instanceof Problem && failure.status === 412) {
    await collided(asState, slug, mine);
    return;
  }
  if (failure instanceof Problem && (failure.status === 503 || failure.status === 429)) {
    say("The server is busy. Kept in this browser; it is sent again in a moment.", "bad");
    retryTimer = setTimeout(() => save(asState === "published" ? "publish" : "draft"), retry);
    retry = Math.min(LONGEST_RETRY, retry * 2);
    return;
  }
  say("Not saved. It is kept in this browser.", "bad");
  tell("bad", sentenceOf(failure), signInLink(failure));
  mark(failure);
}

function signInLink(failure) {
  return failure instanceof Problem && failure.status === 401
    ? element(
        "a",
        { href: `/write/sign-in?next=${encodeURIComponent(location.pathname)}` },
        " Sign in again",
      )
    : null;
}

/** Points at the fields that the API refused. */
function mark(failure) {
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
  }
  for (const error of failure.errors ?? []) {
    const name = (error.pointer ?? "").split("/").find((part) => part in NAMES);
    const input = name && form.querySelector(`[name="${name}"]`);
    input?.setAttribute("aria-invalid", "true");
  }
}

/** Somebody else was faster. */
async function collided(asState, slug, mine) {
  if (state === "new") {
    if (!slugIsTheirs) {
      const number = /-(\d+)$/.exec(slug);
      field("slug").value = number
        ? slug.replace(/\d+$/, String(Number(number[1]) + 1))
        : `${slug}-2`;
      slugFollows = false;
      again = true;
      return;
    }
    say("Not saved. It is kept in this browser.", "bad");
    tell("bad", `A note is called ${slug} already. Give this one another name in addresses, below.`);
    field("slug").setAttribute("aria-invalid", "true");
    field("slug").focus();
    return;
  }
  merging = true;
  say("Somebody else saved this in between. Nothing is lost.", "bad");
  try {
    const theirs = await ask("GET", address(conference, "notes", slug));
    if (same(mine, flat(theirs.value))) {
      // It is what we sent before: the answer was lost, not the text.
      merging = false;
      base = mine;
      etag = theirs.etag;
      state = theirs.value.state;
      show();
      again = true;
      return;
    }
    const merged = await askHow(base, mine, flat(theirs.value), NAMES);
    if (merged === null) {
      tell(
        "warn",
        "Somebody else saved this note in between. Your text is kept in this browser and not saved. ",
        element("button", { type: "button", onclick: () => resume(asState) }, "Merge now"),
      );
      return;
    }
    base = flat(theirs.value);
    etag = theirs.etag;
    state = theirs.value.state;
    merging = false;
    write(merged);
    show();
    quiet();
    again = true;
    action = asState === "published" || state === "published" ? "publish" : "draft";
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) {
      merging = false;
      state = "new";
      etag = null;
      slugIsTheirs = true;
      show();
      tell(
        "warn",
        "Somebody retracted this note in between. Your text is kept: save it, and the note is there again.",
      );
      return;
    }
    merging = false;
    await failed(failure, asState, slug, mine);
  }
}

function resume(asState) {
  merging = false;
  quiet();
  save(asState === "published" ? "publish" : "draft");
}

// ---- What it will look like ----

const pagePanel = document.getElementById("show-page");
const digestPanel = document.getElementById("show-digest");
const lintPanel = document.getElementById("lint");
const talks = new Map();

const showPage = quietly(200, () => preview(pagePanel, conference, field("body").value));

/** The talks that the note covers, in full, as a proposal has them. */
async function covered(slugs) {
  const found = [];
  for (const slug of slugs) {
    if (!talks.has(slug)) {
      talks.set(
        slug,
        await ask("GET", address(conference, "talks", slug)).then(
          ({ value }) => value,
          () => null,
        ),
      );
    }
    if (talks.get(slug)) {
      found.push(talks.get(slug));
    }
  }
  return found;
}

const showDigest = quietly(400, async () => {
  const note = read();
  const slug = field("slug").value || slugOf(note.title) || "untitled";
  const { title, date, body, ...rest } = note;
  const { talks: slugs, ...review } = rest;
  await proposed(
    digestPanel,
    conference,
    {
      notes: {
        [slug]: { title: title || "Untitled", date, body, talks: await covered(slugs), review },
      },
    },
    slug,
  ).then(
    (digest) => digest && warnings(lintPanel, digest.warnings, `notes/${slug}`),
  );
});

// ---- Beginning ----

const topic = (slug) => `${conference}/notes/${slug}`;
const topicHere = () =>
  state === "new" ? `${conference}/new${location.search}` : topic(form.dataset.slug);

let known;
/** Notes that a link may lead to. */
const notes = () =>
  (known ??= list(address(conference, "notes")).catch(() => {
    known = undefined;
    return [];
  }));

let names;
/** Speakers, those of this note's talks first. */
const speakers = () =>
  (names ??= list(address(conference, "talks")).then(
    (all) => {
      const own = new Set(read().talks);
      const sorted = all.toSorted((a, b) => own.has(b.slug) - own.has(a.slug));
      const byName = new Map();
      sorted
        .flatMap((talk) => talk.speakers ?? [])
        .forEach((speaker) => byName.has(speaker.name) || byName.set(speaker.name, speaker));
      return [...byName.values()];
    },
    () => {
      names = undefined;
      return [];
    },
  ));

async function begin() {
  kept = await Kept.of(topicHere());
  let found = await kept?.find().catch(() => undefined);
  // What was kept is of use if it is more than what the server has, or of the same text.
  if (found && same(found.mine, base)) {
    found = { ...found, editorOnly: true };
  } else if (found && same(found.mine, found.base)) {
    found = undefined;
  }
  editor = edit(field("body"), {
    label: "Text of the note, in Markdown",
    changed,
    notes,
    speakers,
    refuse: (sentence) => tell("warn", sentence),
    kept: found?.editor,
    keys: [
      { key: "Mod-s", run: () => (saveAsked("draft"), true), preventDefault: true },
      { key: "Mod-Enter", run: () => (saveAsked("publish"), true) },
    ],
  });
  if (found && !found.editorOnly) {
    base = found.base;
    etag = found.etag;
    write(found.mine);
    if (state === "new" && found.slug) {
      field("slug").value = found.slug;
    }
  }
  fillTools(document.getElementById("tools"), editor.view, TOOLS);
  document.getElementById("body-hint").textContent =
    "Markdown. [[ links to a note, @ names a speaker. Paste an address over words, and they link to it.";
  const keys = document.getElementById("keys");
  keys.textContent = "Keys: Ctrl S saves, Ctrl Enter publishes, Ctrl Z takes back, Ctrl F finds.";
  keys.hidden = false;
  form.querySelector(".showing").hidden = false;
  tabs(form.querySelector(".tabs"));
  show();
  showPage();
  showDigest();
  if (found && !found.editorOnly && isChanged()) {
    changed();
    say("What you typed before is here again, and not saved yet.", "");
    if (state !== "published") {
      autosave();
    }
  } else {
    say(state === "new" ? "It is saved as you type." : "Saved");
  }
  form.dataset.ready = "true";
}

form.addEventListener("input", (event) => {
  event.target.removeAttribute?.("aria-invalid");
  if (event.target === field("slug")) {
    slugFollows = false;
    slugIsTheirs = true;
  }
  changed();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  asked = true;
  save(event.submitter?.value === "publish" ? "publish" : "draft");
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.defaultPrevented) {
    if (event.key === "s") {
      event.preventDefault();
      saveAsked("draft");
    } else if (event.key === "Enter" && form.contains(event.target)) {
      event.preventDefault();
      saveAsked("publish");
    }
  } else if (event.key === "Enter" && event.target.matches?.("#note input:not([type=radio]), #title")) {
    // Of itself, a browser would press the first button, which may take the note back. A long title
    // is shown in several lines, and is one.
    event.preventDefault();
    saveAsked("draft");
  }
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && editor) {
    keepNow();
  }
});
addEventListener("online", () => isChanged() && (state !== "published" || action === "publish") && save(action));
addEventListener("offline", () => say("You are offline. What you type is kept in this browser."));

document.getElementById("retract")?.addEventListener("submit", () => {
  kept?.forget().catch(() => undefined);
});

begin();
