// Two people changed what was one text: both changes together, and where they collide, a choice.

import { diffArrays, diffWordsWithSpace } from "./editor-libraries.js";
import { element } from "./desk-api.js";

/** The changes from one list of lines to another, as replaced ranges of the first. */
function hunks(base, other) {
  const found = [];
  let at = 0;
  let open = null;
  for (const part of diffArrays(base, other)) {
    if (!part.added && !part.removed) {
      at += part.value.length;
      open = null;
      continue;
    }
    if (open === null) {
      open = { from: at, to: at, lines: [] };
      found.push(open);
    }
    if (part.removed) {
      at += part.value.length;
      open.to = at;
    } else {
      open.lines.push(...part.value);
    }
  }
  return found;
}

/** What one side says of a range of the base, given its hunks in that range. */
function said(base, from, to, changes) {
  const lines = [];
  let at = from;
  for (const change of changes) {
    lines.push(...base.slice(at, change.from), ...change.lines);
    at = change.to;
  }
  lines.push(...base.slice(at, to));
  return lines;
}

/**
 * Merges two texts that come from a third, line by line. Gives the pieces of the result in order:
 * {kind: "same" | "mine" | "theirs" | "both", base, lines}, and where both changed the same lines
 * in different ways {kind: "conflict", base, mine, theirs}.
 */
export function merge(baseText, mineText, theirsText) {
  const base = baseText.split("\n");
  const mine = hunks(base, mineText.split("\n"));
  const theirs = hunks(base, theirsText.split("\n"));
  const pieces = [];
  let at = 0;
  while (mine.length > 0 || theirs.length > 0) {
    const from = Math.min(mine[0]?.from ?? Infinity, theirs[0]?.from ?? Infinity);
    if (from > at) {
      pieces.push({ kind: "same", lines: base.slice(at, from) });
    }
    let to = from;
    const ofMine = [];
    const ofTheirs = [];
    // Changes that touch are one place: who moved a line and who reworded it mean the same one.
    for (let grown = true; grown; ) {
      grown = false;
      for (const [rest, taken] of [[mine, ofMine], [theirs, ofTheirs]]) {
        while (rest.length > 0 && rest[0].from <= to) {
          to = Math.max(to, rest[0].to);
          taken.push(rest.shift());
          grown = true;
        }
      }
    }
    const before = base.slice(from, to);
    const mineSays = said(base, from, to, ofMine);
    const theirsSays = said(base, from, to, ofTheirs);
    if (ofTheirs.length === 0) {
      pieces.push({ kind: "mine", base: before, lines: mineSays });
    } else if (ofMine.length === 0) {
      pieces.push({ kind: "theirs", base: before, lines: theirsSays });
    } else if (mineSays.join("\n") === theirsSays.join("\n")) {
      pieces.push({ kind: "both", base: before, lines: mineSays });
    } else {
      pieces.push({ kind: "conflict", base: before, mine: mineSays, theirs: theirsSays });
    }
    at = to;
  }
  if (at < base.length) {
    pieces.push({ kind: "same", lines: base.slice(at) });
  }
  return pieces;
}

/** One value of two that come from a third; undefined where both changed it. */
export function mergeValue(base, mine, theirs) {
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  if (same(mine, theirs) || same(theirs, base)) {
    return mine;
  }
  return same(mine, base) ? theirs : undefined;
}

/** The words that differ, marked in what one and what the other says. */
export function differences(before, after) {
  const nodes = [];
  const parts =
    before.length + after.length > 200_000
      ? diffArrays(before.split(/(?<=\n)/), after.split(/(?<=\n)/)).map((part) => ({
          ...part,
          value: part.value.join(""),
        }))
      : diffWordsWithSpace(before, after);
  for (const part of parts) {
    if (part.added) {
      nodes.push(element("ins", {}, part.value));
    } else if (part.removed) {
      nodes.push(element("del", {}, part.value));
    } else {
      nodes.push(part.value);
    }
  }
  return nodes;
}

let asked = 0;

function choice(legend, mine, theirs, shown, both) {
  const name = `merge-${++asked}`;
  const option = (value, label, checked) =>
    element(
      "label",
      {},
      element("input", { type: "radio", name, value, checked }),
      ` ${label}`,
    );
  const node = element(
    "fieldset",
    { class: "conflict" },
    element("legend", {}, legend),
    element(
      "div",
      { class: "pair" },
      element("div", {}, element("p", { class: "side" }, "Yours"), shown(mine, theirs)),
      element("div", {}, element("p", { class: "side" }, "Theirs"), shown(theirs, mine)),
    ),
    element(
      "div",
      { class: "row" },
      option("mine", "Keep yours", true),
      option("theirs", "Take theirs", false),
      both ? option("both", "Keep both", false) : null,
    ),
  );
  return { node, chosen: () => node.querySelector("input:checked").value };
}

function lines(said) {
  return said.length === 0
    ? element("p", { class: "soft" }, "(nothing)")
    : element("pre", { dir: "auto", tabindex: "0" }, said.join("\n"));
}

function value(said) {
  const text = Array.isArray(said) ? said.join(", ") : (said ?? "");
  return lines(text === "" ? [] : String(text).split("\n"));
}

/**
 * Asks a person how two versions go together. What does not collide is merged, and shown.
 *
 * base, mine, theirs: objects with the same properties, of which `body` is merged line by line;
 * names: property to how it is called. Gives the merged object, or null if the person wants to
 * think about it.
 */
export function askHow(base, mine, theirs, names) {
  const result = {};
  const choices = [];
  const taken = [];
  const questions = [];
  for (const property of Object.keys(mine)) {
    if (property === "body") {
      continue;
    }
    const merged = mergeValue(base[property], mine[property], theirs[property]);
    if (merged === undefined) {
      const asks = choice(
        names[property] ?? property,
        mine[property],
        theirs[property],
        value,
        false,
      );
      questions.push(asks.node);
      choices.push(() => {
        result[property] = asks.chosen() === "mine" ? mine[property] : theirs[property];
      });
    } else {
      result[property] = merged;
      if (JSON.stringify(merged) !== JSON.stringify(mine[property])) {
        taken.push(
          element(
            "li",
            {},
            `${names[property] ?? property}: `,
            element("ins", {}, String(merged ?? "(nothing)")),
          ),
        );
      }
    }
  }
  const pieces = merge(base.body, mine.body, theirs.body);
  const kept = pieces.map((piece, i) => {
    if (piece.kind === "theirs") {
      taken.push(
        element(
          "li",
          {},
          element(
            "pre",
            { dir: "auto" },
            ...differences(piece.base.join("\n"), piece.lines.join("\n")),
          ),
        ),
      );
    }
    if (piece.kind !== "conflict") {
      return () => piece.lines;
    }
    const number = pieces.slice(0, i + 1).filter((p) => p.kind === "conflict").length;
    const asks = choice(`Text, place ${number}`, piece.mine, piece.theirs, lines, true);
    questions.push(asks.node);
    return () =>
      ({
        mine: piece.mine,
        theirs: piece.theirs,
        both: [...piece.mine, "", ...piece.theirs],
      })[asks.chosen()];
  });
  const dialog = element(
    "dialog",
    { class: "merge", "aria-labelledby": "merge-title" },
    element("h2", { id: "merge-title", tabindex: "-1" }, "Somebody else saved this in between"),
    element(
      "p",
      {},
      questions.length === 0
        ? "Both changes go together. Look at what comes in, and save the two as one."
        : `Both of you changed the same ${questions.length === 1 ? "place" : `${questions.length} places`}. Choose what stands there; nothing is written over before you do.`,
    ),
  );
  const form = element("form", { method: "dialog" }, ...questions);
  if (taken.length > 0) {
    form.append(
      element("h3", {}, "Comes in from the other version"),
      element("ul", { class: "taken" }, ...taken),
    );
  }
  form.append(
    element(
      "div",
      { class: "row" },
      element("button", { class: "primary", value: "merge" }, "Save the merge"),
      element("button", { value: "later" }, "Not now"),
    ),
  );
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue !== "merge") {
        resolve(null);
        return;
      }
      choices.forEach((choose) => choose());
      result.body = kept.flatMap((lines) => lines()).join("\n");
      resolve(result);
    });
    dialog.showModal();
    dialog.querySelector("h2").focus();
  });
}
