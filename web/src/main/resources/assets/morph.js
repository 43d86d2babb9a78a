// Makes what stands on a page what a newer version of it says, and touches nothing else: what is the
// same stays the same node, with its focus, its selection and its scroll position.

/** What tells a node from its siblings; null if nothing does. */
function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    return null;
  }
  return node.id || (node.dataset.note && `${node.localName} ${node.dataset.note}`) || null;
}

/** Nodes that scripts added are theirs. */
function isOwn(node) {
  return node.nodeType === Node.ELEMENT_NODE && node.dataset.own !== undefined;
}

function following(node) {
  while (node !== null && isOwn(node)) {
    node = node.nextSibling;
  }
  return node;
}

function morphAttributes(now, next) {
  for (const { name } of [...now.attributes]) {
    // A reader opened it, or a fade is under way.
    if (!next.hasAttribute(name) && !(name === "open" && now.localName === "details")) {
      now.removeAttribute(name);
    }
  }
  for (const { name, value } of next.attributes) {
    if (now.getAttribute(name) !== value) {
      now.setAttribute(name, value);
    }
  }
}

function morphNode(now, next, touched) {
  if (now.isEqualNode(next)) {
    return;
  }
  if (now.nodeType !== Node.ELEMENT_NODE) {
    now.nodeValue = next.nodeValue;
    touched.add(now.parentElement);
    return;
  }
  morphAttributes(now, next);
  morphChildren(now, next, touched);
}

function morphChildren(now, next, touched) {
  const wanted = new Set([...next.childNodes].map(key).filter((each) => each !== null));
  const here = new Map();
  for (const child of [...now.childNodes]) {
    const name = key(child);
    if (name === null || isOwn(child)) {
      continue;
    }
    if (wanted.has(name)) {
      here.set(name, child);
    } else {
      child.remove();
      touched.add(now);
    }
  }
  let cursor = following(now.firstChild);
  for (const child of next.childNodes) {
    const name = key(child);
    const match =
      name !== null
        ? here.get(name)
        : cursor !== null && key(cursor) === null && cursor.nodeName === child.nodeName
          ? cursor
          : undefined;
    if (match === undefined || match.nodeName !== child.nodeName) {
      const fresh = document.importNode(child, true);
      now.insertBefore(fresh, cursor);
      touched.add(fresh.nodeType === Node.ELEMENT_NODE ? fresh : now);
      continue;
    }
    if (match === cursor) {
      cursor = following(cursor.nextSibling);
    } else {
      now.insertBefore(match, cursor);
      touched.add(match);
    }
    morphNode(match, child, touched);
  }
  while (cursor !== null) {
    const gone = cursor;
    cursor = following(cursor.nextSibling);
    gone.remove();
    touched.add(now);
  }
}

/** The first thing with a name that the reader sees, and where it stands. */
function anchor(root) {
  for (const element of root.querySelectorAll("[id]")) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight && top > -innerHeight) {
      return { id: element.id, top };
    }
  }
  return null;
}

/**
 * Makes an element what another one says. What the reader looks at stays where it is.
 *
 * @returns {Set<Element>} what was touched
 */
export function morph(now, next) {
  const touched = new Set();
  const held = scrollY > 0 ? anchor(now) : null;
  const root = document.documentElement;
  root.style.overflowAnchor = "none";
  morphNode(now, next, touched);
  const after = held && document.getElementById(held.id);
  if (after) {
    scrollBy({ top: after.getBoundingClientRect().top - held.top, behavior: "instant" });
  }
  requestAnimationFrame(() => {
    root.style.overflowAnchor = "";
  });
  return touched;
}
