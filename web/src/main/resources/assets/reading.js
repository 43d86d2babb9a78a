// A page of a digest or of a note, as it is read: the contents follow, and a recording opens in the
// page when its reader asks for it. Until then nobody else is called.

/** Marks in the contents where the reader is. */
function follow() {
  const links = [...document.querySelectorAll(".contents a[href^='#']")];
  if (links.length === 0) {
    return;
  }
  const line = Math.min(innerHeight / 3, 240);
  let current = null;
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target !== null && target.getBoundingClientRect().top <= line) {
      current = link;
    }
  }
  for (const link of links) {
    if (link === current) {
      if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true");
        const list = link.closest("ul");
        list.scrollTo({ left: link.offsetLeft - list.clientWidth / 3, behavior: "smooth" });
      }
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

let asked = false;

function followSoon() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      follow();
    });
  }
}

addEventListener("scroll", followSoon, { passive: true });
addEventListener("resize", followSoon, { passive: true });
document.addEventListener("digest:patched", followSoon);
followSoon();

/** Opens a player under the line that the link stands on. */
function play(link) {
  const place = link.closest(".about, .talk") ?? link.parentElement;
  const before = place.parentElement.querySelector(":scope > .player, :scope .talk > .player");
  const player = document.createElement("div");
  player.className = "player";
  player.dataset.own = "";
  const frame = document.createElement("iframe");
  frame.src = link.dataset.player;
  frame.title = link.textContent;
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet";
  close.textContent = "Close the player";
  close.addEventListener("click", () => {
    player.remove();
    link.focus();
  });
  player.append(frame, close);
  before?.remove();
  place.after(player);
  close.focus({ preventScroll: true });
  player.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-player]");
  // With a key held, or another button, a link is a link.
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    play(link);
  }
});
