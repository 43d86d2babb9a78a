// What is different between a revision and the note as it is, word by word.

import { differences } from "./desk-merge.js";

const now = document.getElementById("now-text");
if (now) {
  const then = document.getElementById("then-text").textContent;
  const difference = document.getElementById("difference");
  const present = now.content.textContent;
  if (then === present) {
    difference.textContent = "It says the same as the note does now.";
  } else {
    difference.append(...differences(then, present));
  }
  difference.hidden = false;
  document.getElementById("whole").open = false;
}
