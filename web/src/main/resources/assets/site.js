// What every page may do with a script: light or dark, as its reader wants it.

const KEY = "theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const WORDS = { auto: "Light or dark: as the system", light: "Light", dark: "Dark" };
const SIGNS = { auto: "◐", light: "☀", dark: "☾" };

/** What the reader chose, here or before. A browser may forbid to remember it. */
function chosen() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept in NEXT ? kept : "auto";
  } catch {
    return "auto";
  }
}

function show(theme) {
  if (theme === "auto") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.hidden = false;
    button.textContent = SIGNS[theme];
    button.title = WORDS[theme];
    button.setAttribute("aria-label", `Colours: ${WORDS[theme]}`);
  }
}

let theme = chosen();
show(theme);

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-theme-switch]")) {
    theme = NEXT[theme];
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // It holds for this page, then.
    }
    show(theme);
  }
});

// Another tab of the same reader.
addEventListener("storage", (event) => {
  if (event.key === KEY) {
    theme = chosen();
    show(theme);
  }
});
