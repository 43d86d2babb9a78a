// The outline: the author's words, with slots shown as chips, and the digest that comes of it.

import { address, ask, element, Problem, quietly, sentenceOf } from "./desk-api.js";
import { edit, fillTools, insertLine, TOOLS } from "./desk-editor.js";
import { askHow } from "./desk-merge.js";
import { proposed, warnings } from "./desk-preview.js";
import { Kept } from "./desk-store.js";

const form = document.getElementById("outline");
const conference = form.dataset.conference;
const path = address(conference);
const text = form.elements.outline;
const saved = form.querySelector("[data-saved]");
const trouble = document.getElementById("trouble");
const panel = document.getElementById("show-digest");

let etag = form.dataset.etag;
let base = text.value;
let kept = null;
let editor;

function say(sentence, tone = "") {
  saved.textContent = sentence;
  saved.dataset.tone = tone;
}

const keep = quietly(150, () => {
  kept?.keep({ base, etag, mine: text.value, editor: editor.toJSON() }).catch(() => undefined);
});

const show = quietly(300, async () => {
  const digest = await proposed(panel, conference, { outline: text.value });
  if (digest) {
    warnings(document.getElementById("lint"), digest.warnings, "outline");
  }
});

function changed() {
  say(text.value === base ? "Nothing to publish" : "Kept in this browser. Readers see it when you publish.");
  keep();
  show();
}

async function save(outline) {
  say("Publishing …");
  trouble.hidden = true;
  try {
    const present = await ask("GET", path);
    if (outline !== null && present.etag !== etag && (present.value.outline ?? "") !== base && form.dataset.own === "true") {
      const theirs = present.value.outline ?? "";
      const merged = await askHow({ body: base }, { body: outline }, { body: theirs }, {});
      if (merged === null) {
        say("Not published. Somebody else changed the outline in between.", "bad");
        return;
      }
      base = theirs;
      etag = present.etag;
      editor.replace(merged.body);
      outline = merged.body;
    }
    const { updatedAt, ...rest } = present.value;
    const written = await ask("PUT", path, {
      json: { ...rest, outline },
      headers: { "If-Match": present.etag },
    });
    etag = written.etag;
    if (outline === null) {
      await kept?.forget();
      location.assign(`${location.pathname}?saved=true`);
      return;
    }
    base = outline;
    form.dataset.own = "true";
    form.querySelector("[data-default]").hidden = false;
    keep();
    say("Published. The digest shows it in a moment.", "good");
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 412) {
      await save(outline);
      return;
    }
    say("Not published. It is kept in this browser.", "bad");
    trouble.replaceChildren(element("p", { class: "notice bad", role: "alert" }, sentenceOf(failure)));
    trouble.hidden = false;
  }
}

const slot = (name, sign, line) => [name, sign, "", (view) => insertLine(view, line)];
const SLOTS = [
  slot("Slot: recommendations of the best", "+ Best", "<!-- digest:tier best -->"),
  slot("Slot: recommendations worth watching", "+ Worth watching", "<!-- digest:tier worth-watching -->"),
  slot("Slot: entries of a section", "+ Section", "<!-- digest:entries section-name -->"),
  slot("Slot: entry of one note", "+ One note", "<!-- digest:entry note-name -->"),
  slot("Slot: all days", "+ Days", "<!-- digest:days -->"),
  slot("Slot: tl;dr with all recommendations", "+ tl;dr", "<!-- digest:tiers -->"),
];

async function begin() {
  kept = await Kept.of(`${conference}/outline`);
  let found = await kept?.find().catch(() => undefined);
  if (found && (found.mine === found.base || found.etag !== etag)) {
    // Of another version of the outline: only what was typed beyond that is worth something.
    found = found.mine === found.base ? undefined : found;
  }
  editor = edit(text, {
    label: "Outline, in Markdown with slots",
    changed,
    refuse: (sentence) => {
      trouble.replaceChildren(element("p", { class: "notice warn", role: "alert" }, sentence));
      trouble.hidden = false;
    },
    notes: async () => [],
    slots: true,
    kept: found?.editor,
    keys: [
      { key: "Mod-s", run: () => true, preventDefault: true },
      { key: "Mod-Enter", run: () => (save(text.value), true) },
    ],
  });
  if (found) {
    base = found.base;
    etag = found.etag;
  }
  fillTools(document.getElementById("tools"), editor.view, [...SLOTS, ...TOOLS.slice(0, 4)]);
  form.querySelector(".showing").hidden = false;
  changed();
  form.dataset.ready = "true";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save(event.submitter?.value === "default" ? null : text.value);
});

begin();
