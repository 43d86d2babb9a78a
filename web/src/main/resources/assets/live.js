// A digest page that stays up to date while it is open. The stream says that something changed; the
// page is fetched then, once for however much changed, and what differs is put in its place.

import { morph } from "./morph.js";

const MAIN = document.querySelector("main[data-changes]");
const CHANGES = MAIN.dataset.changes;
const PAGE = location.pathname;
const KEPT = `read ${PAGE}`;

// Between two fetches; the first change after a pause is fetched at once.
const LEAST_PAUSE = 1000;
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 30000;
// Somebody who looked at a page for so long has read it.
const READ_AFTER = 5000;

const state = {
  revision: 0,
  wanted: 0,
  at: null,
  connection: "opening",
  failures: 0,
};

// ---- What the page says of itself ----

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" });

function ago(date) {
  const seconds = (date - Date.now()) / 1000;
  for (const [unit, size] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (Math.abs(seconds) >= size) {
      return relative.format(Math.trunc(seconds / size), unit);
    }
  }
  return "just now";
}

function element(name, properties, ...children) {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

const announcer = element("p", { className: "unseen", role: "status" });
announcer.dataset.own = "";
document.body.append(announcer);

function showEdition() {
  const line = document.querySelector("[data-edition]");
  if (line === null || state.revision === 0) {
    return;
  }
  const live = element(
    "span",
    { className: "live" },
    { open: "Live", opening: "Connecting", lost: "Not connected", gone: "Ended" }[state.connection],
  );
  live.dataset.state = state.connection === "open" ? "live" : "lost";
  line.replaceChildren(`Revision ${state.revision}`);
  if (state.at !== null) {
    const time = element("time", { dateTime: state.at.toISOString(), title: exact.format(state.at) }, ago(state.at));
    line.append(", changed ", time);
  }
  line.append(" · ", live);
  line.hidden = false;
}

setInterval(showEdition, 30000);

// ---- The lost connection ----

let lostLine = null;

function showConnection(connection) {
  if (state.connection === connection) {
    return;
  }
  const before = state.connection;
  state.connection = connection;
  showEdition();
  if (connection === "lost" && lostLine === null) {
    const retry = element("button", { type: "button" }, "Try now");
    retry.addEventListener("click", () => connect());
    lostLine = element("div", { className: "lost", role: "status" }, element("span", {}, "Connection lost. Trying again…"), retry);
    lostLine.dataset.own = "";
    document.body.append(lostLine);
  } else if (connection !== "lost" && lostLine !== null) {
    lostLine.remove();
    lostLine = null;
    if (before === "lost" && connection === "open") {
      announcer.textContent = "Connected again.";
    }
  }
}

// ---- What changed since the last visit ----

const marks = new Map();
const WORDS = { added: "New", changed: "Changed", moved: "Moved" };

function note(slug) {
  return document.getElementById(`note-${slug}`);
}

function showMarks() {
  for (const old of document.querySelectorAll(".badge.new")) {
    old.remove();
  }
  for (const [slug, kind] of marks) {
    const about = note(slug)?.querySelector(".about");
    if (about && kind in WORDS) {
      const badge = element("span", { className: "badge new" }, WORDS[kind]);
      badge.dataset.own = "";
      about.prepend(badge);
    }
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
}

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ revision: state.revision, at: Date.now() }));
  } catch {
    // A browser that does not remember has nothing to compare with next time.
  }
}

function showNews(since, complete) {
  const places = () => [...document.querySelectorAll(".badge.new")].map((badge) => badge.closest(".entry"));
  const count = places().length;
  if (count === 0 && complete) {
    return;
  }
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(since);
  const said = complete
    ? `${count === 1 ? "One entry is" : `${count} entries are`} new or changed since you last read this, on ${day}.`
    : `Much has changed since you last read this, on ${day}.`;
  const box = element("section", { className: "notice news" }, element("p", {}, said));
  box.setAttribute("aria-label", "Since your last visit");
  box.dataset.own = "";
  if (count > 0) {
    const next = element("button", { type: "button" }, "Show the next");
    let at = -1;
    next.addEventListener("click", () => {
      const all = places();
      at = (at + 1) % all.length;
      all[at].scrollIntoView({ block: "start" });
      all[at].querySelector("a")?.focus({ preventScroll: true });
    });
    box.append(next);
  }
  document.querySelector("[data-live]").before(box);
}

async function compare() {
  const last = kept();
  if (last !== null && last.revision > 0 && last.revision < state.revision) {
    const answer = await fetch(`${CHANGES}?since=${last.revision}`, { headers: { Accept: "application/json" } });
    if (answer.ok) {
      const { changes, complete } = await answer.json();
      for (const revision of changes) {
        take(revision.changes);
      }
      showMarks();
      showNews(new Date(last.at), complete && changes.every((each) => !each.truncated));
    }
  }
  setTimeout(keep, READ_AFTER);
}

/** Of one note, what is more: that it is new, that it changed, that it moved. */
function take(changes) {
  for (const { kind, note: slug } of changes) {
    if (slug && !(kind === "moved" && marks.has(slug)) && !(kind === "changed" && marks.get(slug) === "added")) {
      marks.set(slug, kind);
    }
  }
}

// ---- Fetching the page ----

let fetching = false;
let fetchedAt = 0;
let timer = null;

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Fetches the page if it is older than what is wanted, and puts it in place. */
async function refresh() {
  if (fetching || document.hidden || state.wanted <= state.revision) {
    return;
  }
  fetching = true;
  let failures = 0;
  try {
    while (state.wanted > state.revision && !document.hidden) {
      // Many readers hear of a change at the same time.
      const pause = Math.max(LEAST_PAUSE - (Date.now() - fetchedAt), 0) + (failures > 0 ? backoff(failures) : 0);
      if (pause > 0) {
        await wait(pause);
      }
      fetchedAt = Date.now();
      failures = (await fetchPage()) ? 0 : failures + 1;
    }
  } finally {
    fetching = false;
  }
}

/** @returns whether there was a page as new as is wanted */
async function fetchPage() {
  let answer;
  let text;
  try {
    answer = await fetch(PAGE, { headers: { Accept: "text/html" }, cache: "no-cache" });
    text = answer.ok ? await answer.text() : "";
  } catch {
    return false;
  }
  if (!answer.ok) {
    return false;
  }
  const revision = Number(answer.headers.get("Digest-Revision") ?? 0);
  if (revision < state.wanted && state.revision > 0) {
    return false;
  }
  const at = answer.headers.get("Last-Modified");
  state.at = at === null ? null : new Date(at);
  const first = state.revision === 0;
  state.revision = revision;
  state.wanted = Math.max(revision, first ? 0 : state.wanted);
  put(new DOMParser().parseFromString(text, "text/html"));
  showEdition();
  return true;
}

function put(next) {
  document.title = next.title;
  const touched = new Set();
  for (const part of [".masthead h1", ".masthead .kicker", ".contents ul", "[data-live]"]) {
    const now = MAIN.querySelector(part);
    const newer = next.querySelector(`main ${part}`);
    if (now !== null && newer !== null) {
      for (const each of morph(now, newer)) {
        touched.add(each);
      }
    } else if (now !== null || newer !== null) {
      // The contents came or went with the second section.
      location.reload();
      return;
    }
  }
  showMarks();
  if (touched.size > 0) {
    fade(touched);
  }
  document.dispatchEvent(new Event("digest:patched"));
}

/** Shows what was touched, as whole entries where it is part of one. */
function fade(touched) {
  const shown = new Set();
  for (const each of touched) {
    const whole = each.closest("[data-note]") ?? each.closest("p, li, h1, h2, h3, table, pre, blockquote");
    if (whole?.isConnected) {
      shown.add(whole);
    }
  }
  for (const each of shown) {
    each.classList.remove("fresh");
    requestAnimationFrame(() => each.classList.add("fresh"));
    each.addEventListener("animationend", () => each.classList.remove("fresh"), { once: true });
  }
}

// ---- The stream ----

let stream = null;

/** Longer from time to time, and never the same for all readers. */
function backoff(failures) {
  return Math.min(FIRST_RETRY * 2 ** (failures - 1), LONGEST_RETRY) * (0.5 + Math.random() / 2);
}

function connect() {
  clearTimeout(timer);
  stream?.close();
  // An EventSource that comes back by itself sends Last-Event-ID; this one begins where the last ended.
  stream = new EventSource(`${CHANGES}?since=${state.wanted}`);
  stream.addEventListener("open", () => {
    state.failures = 0;
    showConnection("open");
    refresh();
  });
  stream.addEventListener("change", (event) => {
    const change = JSON.parse(event.data);
    want(change.revision);
    take(change.changes);
    announce(change);
  });
  // The service counts anew.
  stream.addEventListener("revision", (event) => {
    const { revision } = JSON.parse(event.data);
    if (revision < state.revision) {
      state.revision = 0;
    }
    want(revision);
  });
  stream.addEventListener("deleted", () => {
    stream.close();
    showConnection("gone");
    announcer.textContent = "This digest is no longer published.";
  });
  stream.addEventListener("error", () => {
    // A short break mends itself, by the browser's own retry; a longer one is shown, and retried
    // here, ever more slowly.
    state.failures += 1;
    if (stream.readyState === EventSource.CLOSED || state.failures > 1) {
      stream.close();
      showConnection("lost");
      clearTimeout(timer);
      timer = setTimeout(connect, backoff(state.failures));
    }
  });
}

function want(revision) {
  state.wanted = Math.max(revision, state.wanted);
  refresh();
}

let announcing = null;
const announced = new Set();

/** Tells screen readers, in one sentence for all that changed within a moment. */
function announce(change) {
  for (const { note: slug } of change.changes) {
    announced.add(slug ?? "");
  }
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    const titles = [...announced].map((slug) => slug && note(slug)?.getAttribute("aria-label")).filter(Boolean);
    announcer.textContent =
      titles.length > 0 && titles.length <= 3 ? `Updated: ${titles.join("; ")}.` : "The digest was updated.";
    announced.clear();
  }, 1500);
}

// A tab that nobody looks at is told of changes and fetches none; all of them at once when it is
// looked at again.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && state.revision > 0) {
    if (state.connection === "lost") {
      connect();
    }
    refresh();
  } else if (document.hidden && state.revision > 0 && performance.now() > READ_AFTER) {
    keep();
  }
});
addEventListener("online", () => state.connection === "lost" && connect());
addEventListener("offline", () => {
  state.failures += 1;
  showConnection("lost");
});
addEventListener("pagehide", () => stream?.close());
addEventListener("pageshow", (event) => event.persisted && connect());

// ---- The beginning ----

async function begin() {
  let failures = 0;
  while (!(await fetchPage())) {
    failures += 1;
    await wait(backoff(failures));
  }
  await compare().catch(() => {});
  connect();
}

begin();
