// What text will look like, from the same hands that make the digest.

import { address, ask, element, forgetWrite, lastWrite, Problem, sentenceOf } from "./desk-api.js";

const asked = new WeakMap();

/** Lets only the last question about a panel be answered. */
function latest(panel) {
  asked.get(panel)?.abort();
  const controller = new AbortController();
  asked.set(panel, controller);
  return controller.signal;
}

function failedIn(panel, failure) {
  if (failure.name !== "AbortError") {
    panel.replaceChildren(
      element("p", { class: "soft" }, `No preview just now. ${sentenceOf(failure)}`),
    );
  }
}

/** HTML of the service, which lets nothing through that runs, without what names places of a page. */
function fragment(html, select) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const root = (select && page.querySelector(select)) || page.body;
  root.querySelectorAll("script, style, link, nav, form, button, template, dialog").forEach((node) => node.remove());
  root.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
  root.querySelectorAll("a[href]").forEach((link) => (link.target = "_blank"));
  return root;
}

/** Shows Markdown as a page of the conference would. */
export async function preview(panel, conference, text) {
  try {
    const { value } = await ask(
      "POST",
      `/api/v1/preview?conference=${encodeURIComponent(conference)}`,
      {
        body: text,
        type: "text/markdown;charset=utf-8",
        headers: { Accept: "text/html" },
        signal: latest(panel),
      },
    );
    const body = fragment(value);
    if (body.childNodes.length === 0) {
      panel.replaceChildren(element("p", { class: "soft" }, "What you write shows here."));
    } else {
      panel.replaceChildren(...body.childNodes);
    }
  } catch (failure) {
    failedIn(panel, failure);
  }
}

// How long a preview waits for what was written last, in seconds.
const PATIENCE = 5;

/** Asks for the digest with a proposal; waits a while for one that holds this browser's last write. */
async function propose(conference, json, signal) {
  const path = address(conference, "digest", "proposal");
  const token = lastWrite(conference);
  if (token !== null) {
    try {
      const headers = { "Digest-After": token, Prefer: `wait=${PATIENCE}` };
      const { value } = await ask("POST", path, { json, signal, headers });
      forgetWrite(conference, token);
      return value;
    } catch (failure) {
      // Too late, or a token of times before the data was put back: what there is, then.
      if (!(failure instanceof Problem && (failure.status === 504 || failure.status === 400))) {
        throw failure;
      }
      forgetWrite(conference, token);
    }
  }
  return (await ask("POST", path, { json, signal })).value;
}

/**
 * Shows the digest as it would be with a proposal, and brings a note into view in it. Gives what
 * the API answered; undefined if it could not, or is asked anew already.
 */
export async function proposed(panel, conference, proposal, slug) {
  try {
    const value = await propose(conference, proposal, latest(panel));
    const page = fragment(value.html, "main");
    const here = slug ? page.querySelectorAll(`[data-note="${CSS.escape(slug)}"]`) : [];
    here.forEach((node) => node.classList.add("here"));
    const scrolled = panel.scrollTop;
    const content = element("div", { class: page.className });
    content.append(...page.childNodes);
    panel.replaceChildren(content);
    if (slug && here.length === 0) {
      content.prepend(
        element("p", { class: "notice" }, "It stands nowhere in the digest: its section is unlisted."),
      );
    }
    panel.scrollTop = scrolled;
    bringHere(panel);
    return value;
  } catch (failure) {
    failedIn(panel, failure);
    return undefined;
  }
}

/** Scrolls a panel, if it is shown, to where its note stands, past the recommendations. */
function bringHere(panel) {
  const last = [...panel.querySelectorAll(".here")].at(-1);
  if (last) {
    panel.scrollTop += last.getBoundingClientRect().top - panel.getBoundingClientRect().top - 60;
  }
}

/** Shows warnings about a place, and about what is below it; all of them for an empty place. */
export function warnings(panel, all, place) {
  const about = all.filter(
    (warning) => warning.place === place || warning.place.startsWith(place),
  );
  panel.hidden = about.length === 0;
  panel.replaceChildren(
    element("p", { class: "lint-title" }, about.length === 1 ? "One thing to look at" : `${about.length} things to look at`),
    element(
      "ul",
      {},
      ...about.slice(0, 50).map((warning) => element("li", { "data-code": warning.code }, warning.sentence)),
    ),
  );
}

/** Makes buttons tabs: arrow keys go along, and one panel is shown. */
export function tabs(bar) {
  const buttons = [...bar.querySelectorAll("[role=tab]")];
  const choose = (chosen) => {
    for (const button of buttons) {
      const isChosen = button === chosen;
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(button.getAttribute("aria-controls"));
      const wasHidden = panel.hidden;
      panel.hidden = !isChosen;
      if (isChosen && wasHidden) {
        bringHere(panel);
      }
    }
  };
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[role=tab]");
    if (button) {
      choose(button);
    }
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(event.target);
    if (step && at >= 0) {
      const next = buttons[(at + step + buttons.length) % buttons.length];
      choose(next);
      next.focus();
    }
  });
}
