// The order of the digest, by drag and by keys. What is moved is shown at once, and written when
// it is published: the section, position and rank of each note that stands elsewhere than before.

import { address, ask, element, list, Problem, quietly, sentenceOf } from "./desk-api.js";
import { proposed } from "./desk-preview.js";

const root = document.getElementById("arrange");
const { conference, editor } = root.dataset;
const mayMove = editor === "true";
const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_-]+$/u;
const STEP = 10;

let places = [];
let before = "";
let notes = new Map();
let dragged = null;

const status = element("p", { class: "save-state", role: "status" });
const board = element("div", { class: "board" });
const panel = element("div", {
  class: "preview",
  tabindex: "0",
  role: "region",
  "aria-label": "The digest in this order",
});
const publish = element("button", { class: "primary", type: "button", onclick: write }, "Publish this order");
const back = element("button", { type: "button", onclick: load }, "Put it back");
const undo = element("button", { type: "button", onclick: takeBack }, "Undo the last move");
const trouble = element("div", {});
const steps = [];

function say(sentence, tone = "") {
  status.textContent = sentence;
  status.dataset.tone = tone;
}

/** Under which heading something stands, for people. */
function nameOf(place) {
  const word = place.verdict?.replace("-", " ");
  return place.kind === "tier"
    ? `Recommendations: ${word}`
    : place.kind === "unlisted"
      ? "Not in the digest"
      : (place.title ?? (place.date || place.section || "Entries"));
}

const picture = () => JSON.stringify(places.map((place) => place.notes));

async function load() {
  try {
    const [digest, listed] = await Promise.all([
      proposed(panel, conference, {}),
      list(address(conference, "notes"), 5000),
    ]);
    if (!digest) {
      throw new Error("The digest cannot be had just now. Reload the page to try again.");
    }
    notes = new Map(
      listed.filter((note) => note.state === "published").map((note) => [note.slug, note]),
    );
    places = digest.places.map((place) => ({ ...place, notes: [...place.notes] }));
    const placed = new Set(places.filter((p) => p.kind !== "tier").flatMap((p) => p.notes));
    places.push({
      kind: "unlisted",
      title: null,
      verdict: null,
      section: "unlisted",
      date: null,
      notes: [...notes.keys()].filter((slug) => !placed.has(slug)),
    });
    before = picture();
    steps.length = 0;
    trouble.replaceChildren();
    draw();
    say(notes.size === 0 ? "Nothing is published yet." : "");
  } catch (failure) {
    trouble.replaceChildren(
      element("p", { class: "notice bad", role: "alert" }, sentenceOf(failure)),
    );
  }
}

function isMovable(place) {
  return mayMove && place.kind !== "entry";
}

/** Where something of a place may go: recommendations stay with their verdict. */
function takes(place, from) {
  return isMovable(place) && (place.kind === "tier" || from.kind === "tier" ? place === from : true);
}

function draw(focus) {
  board.replaceChildren(
    ...places.map((place) =>
      element(
        "section",
        { class: `place of-${place.kind}`, "aria-label": nameOf(place) },
        element("h2", {}, nameOf(place)),
        place.kind === "entry" ? element("p", { class: "soft small" }, "The outline keeps it here.") : null,
        element(
          "ol",
          {
            class: "entries",
            ondragover: (event) => over(event, place),
            ondrop: (event) => drop(event, place),
          },
          ...(place.notes.length === 0
            ? [element("li", { class: "none soft" }, "Nothing stands here.")]
            : place.notes.map((slug, i) => item(place, slug, i))),
        ),
      ),
    ),
  );
  const isMoved = picture() !== before;
  publish.disabled = !isMoved;
  back.disabled = !isMoved;
  undo.disabled = steps.length === 0;
  if (focus) {
    board.querySelector(`[data-place="${focus.place}"][data-slug="${CSS.escape(focus.slug)}"] .handle`)?.focus();
  }
}

function item(place, slug, i) {
  const note = notes.get(slug);
  const title = note?.title ?? slug;
  const number = places.indexOf(place);
  const movable = isMovable(place);
  const step = (by, sign, word) =>
    element(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": `Move ${title} ${word}`,
        disabled: !canStep(place, i, by),
        onclick: () => move(place, i, by),
      },
      sign,
    );
  return element(
    "li",
    {
      draggable: movable ? "true" : null,
      "data-place": number,
      "data-slug": slug,
      class: "entry-card",
      ondragstart: (event) => {
        dragged = { place, i };
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", title);
        event.currentTarget.classList.add("dragged");
      },
      ondragend: (event) => {
        dragged = null;
        event.currentTarget.classList.remove("dragged");
        unmark();
      },
    },
    movable
      ? element(
          "button",
          {
            type: "button",
            class: "handle quiet",
            "aria-label": `${title}, ${i + 1} of ${place.notes.length} in ${nameOf(place)}`,
            "aria-describedby": "arrange-keys",
            onkeydown: (event) => {
              const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
              if (by && event.altKey) {
                event.preventDefault();
                move(place, i, by);
              }
            },
          },
          "⠿",
        )
      : null,
    element("span", { class: "title", dir: "auto" }, title),
    note?.review?.verdict && place.kind !== "tier"
      ? element("span", { class: "badge", "data-verdict": note.review.verdict }, note.review.verdict.replace("-", " "))
      : null,
    movable ? step(-1, "↑", "up") : null,
    movable ? step(1, "↓", "down") : null,
  );
}

/** The next place in a direction that takes something of this one. */
function neighbour(place, by) {
  for (let i = places.indexOf(place) + by; i >= 0 && i < places.length; i += by) {
    if (takes(places[i], place)) {
      return places[i];
    }
  }
  return null;
}

function canStep(place, i, by) {
  const to = i + by;
  return (to >= 0 && to < place.notes.length) || (place.kind !== "tier" && neighbour(place, by) !== null);
}

function move(place, i, by) {
  const to = i + by;
  if (to >= 0 && to < place.notes.length) {
    put(place, i, place, to);
  } else if (canStep(place, i, by)) {
    const next = neighbour(place, by);
    put(place, i, next, by > 0 ? 0 : next.notes.length);
  }
}

/** Moves a note, and says so. */
function put(from, i, to, at) {
  if (from === to && i === at) {
    return;
  }
  steps.push(places.map((place) => [...place.notes]));
  const [slug] = from.notes.splice(i, 1);
  to.notes.splice(at, 0, slug);
  draw({ place: places.indexOf(to), slug });
  say(`${notes.get(slug)?.title ?? slug}: ${at + 1} of ${to.notes.length} in ${nameOf(to)}. Not published yet.`);
  show();
}

function takeBack() {
  const last = steps.pop();
  places.forEach((place, i) => (place.notes = last[i]));
  draw();
  say("The last move is taken back.");
  show();
}

function unmark() {
  board.querySelectorAll(".drop-before, .drop-after").forEach((node) => node.classList.remove("drop-before", "drop-after"));
}

function target(event, place) {
  const card = event.target.closest("li.entry-card");
  if (!card) {
    return { at: place.notes.length, card: null };
  }
  const box = card.getBoundingClientRect();
  const isAfter = event.clientY > box.top + box.height / 2;
  return { at: place.notes.indexOf(card.dataset.slug) + (isAfter ? 1 : 0), card, isAfter };
}

function over(event, place) {
  if (!dragged || !takes(place, dragged.place)) {
    return;
  }
  event.preventDefault();
  unmark();
  const { card, isAfter } = target(event, place);
  card?.classList.add(isAfter ? "drop-after" : "drop-before");
}

function drop(event, place) {
  if (!dragged || !takes(place, dragged.place)) {
    return;
  }
  event.preventDefault();
  const { at } = target(event, place);
  const { place: from, i } = dragged;
  dragged = null;
  put(from, i, place, from === place && at > i ? at - 1 : at);
}

/** The reviews that make this order, of the notes whose reviews do not make it yet. */
function changes() {
  const old = JSON.parse(before);
  const changed = new Map();
  const change = (slug, values) => {
    const note = notes.get(slug);
    if (note) {
      changed.set(slug, { ...note.review, ...changed.get(slug), ...values });
    }
  };
  places.forEach((place, p) => {
    if (JSON.stringify(place.notes) === JSON.stringify(old[p])) {
      return;
    }
    place.notes.forEach((slug, i) => {
      if (place.kind === "tier") {
        change(slug, { rank: (i + 1) * STEP });
      } else if (place.kind === "unlisted") {
        // What stood here before may only have been published a moment ago.
        if (!old[p].includes(slug)) {
          change(slug, { section: "unlisted" });
        }
      } else {
        const section = old[p].includes(slug) ? notes.get(slug)?.review.section : sectionOf(place, slug);
        change(slug, { section, position: (i + 1) * STEP });
      }
    });
  });
  return new Map(
    [...changed].filter(([slug, review]) => {
      const now = notes.get(slug).review;
      return ["section", "position", "rank"].some((name) => (now[name] ?? null) !== (review[name] ?? null));
    }),
  );
}

/** What a note names to stand in a place: nothing, if it stands there of itself. */
function sectionOf(place, slug) {
  if (place.date && notes.get(slug)?.date.slice(0, 10) === place.date) {
    return null;
  }
  return place.section && SLUG.test(place.section) ? place.section : (place.date ?? null);
}

const show = quietly(200, () =>
  proposed(panel, conference, {
    notes: Object.fromEntries([...changes()].map(([slug, review]) => [slug, { review: bare(review) }])),
  }),
);

/** A review without what it does not say. */
function bare(review) {
  return Object.fromEntries(Object.entries(review).filter(([, value]) => value !== null && value !== undefined));
}

async function write() {
  const all = changes();
  publish.disabled = true;
  let done = 0;
  try {
    for (const [slug, review] of all) {
      say(`Publishing ${++done} of ${all.size} …`);
      await place(slug, review);
    }
    await load();
    say(`The order is published. ${all.size} ${all.size === 1 ? "note stands" : "notes stand"} elsewhere now.`, "good");
  } catch (failure) {
    trouble.replaceChildren(
      element(
        "p",
        { class: "notice bad", role: "alert" },
        `${done - 1} of ${all.size} are published, then it stopped: ${sentenceOf(failure)} `,
        "What is left is still as you arranged it: publish again.",
      ),
    );
    say("", "");
    publish.disabled = false;
  }
}

/** Writes where one note stands, and nothing else of it, whatever somebody else changes just now. */
async function place(slug, { section, position, rank }) {
  const path = address(conference, "notes", slug);
  for (let attempt = 1; ; attempt++) {
    const { value, etag } = await ask("GET", path);
    try {
      const { frontMatter, author, publishedAt, updatedAt, ...rest } = value;
      await ask("PUT", path, {
        json: { ...rest, review: { ...value.review, section, position, rank } },
        headers: { "If-Match": etag },
      });
      return;
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 412) || attempt === 5) {
        throw failure;
      }
    }
  }
}

root.replaceChildren(
  element(
    "div",
    { class: "note-bar" },
    status,
    mayMove ? element("div", { class: "row" }, undo, back, publish) : null,
  ),
  trouble,
  element("p", { id: "arrange-keys", class: "unseen" }, "Alt and arrow up or down move it."),
  element("div", { class: "two" }, board, element("div", { class: "showing" }, panel)),
);
load();
