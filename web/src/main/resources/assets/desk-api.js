// The API as the desk's pages ask it: as whoever is signed in, by the cookie that no script sees.

/** What the API says is wrong. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || `The server answered ${status}. Try again in a moment.`);
    this.status = status;
    this.errors = body.errors ?? [];
  }
}

/** The server cannot be reached. */
export class Unreachable extends Error {
  constructor() {
    super("The server cannot be reached.");
  }
}

/** Where the API has a conference, and what is below it. */
export function address(conference, ...rest) {
  return ["/api/v1/conferences", conference, ...rest.map(String)]
    .map((part, i) => (i === 0 ? part : encodeURIComponent(part)))
    .join("/");
}

/**
 * Asks; fails with Problem or Unreachable.
 *
 * options.json: what to send as JSON; options.body with options.type: what to send as it is;
 * options.headers: more headers.
 */
export async function ask(method, path, options = {}) {
  const headers = { Accept: "application/json", "Digest-Desk": "1", ...options.headers };
  let body = options.body;
  if (options.json !== undefined) {
    body = JSON.stringify(options.json);
    headers["Content-Type"] = "application/json";
  } else if (options.type) {
    headers["Content-Type"] = options.type;
  }
  let response;
  try {
    response = await fetch(path, { method, headers, body, signal: options.signal });
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new Unreachable();
  }
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  const token = response.headers.get("Digest-After");
  if (token !== null) {
    keepWrite(decodeURIComponent(path.split("/")[4]), token);
  }
  const type = response.headers.get("Content-Type") ?? "";
  return {
    etag: response.headers.get("ETag"),
    value: type.includes("json") ? await response.json() : await response.text(),
  };
}

// The last write to a conference that no digest was seen to hold yet, by any tab of this browser.
const writeKey = (conference) => `written ${conference}`;

function keepWrite(conference, token) {
  try {
    localStorage.setItem(writeKey(conference), token);
  } catch {
    // A browser that keeps nothing may show a digest that is some milliseconds old.
  }
}

/** The token of that write, for Digest-After; null if there is none. */
export function lastWrite(conference) {
  try {
    return localStorage.getItem(writeKey(conference));
  } catch {
    return null;
  }
}

/** A digest holds that write, or will not: nobody needs to wait for it any more. */
export function forgetWrite(conference, token) {
  if (lastWrite(conference) === token) {
    localStorage.removeItem(writeKey(conference));
  }
}

/** All items of a list, up to a bound. */
export async function list(path, most = 2000) {
  const items = [];
  let cursor = null;
  do {
    const page = `${path}?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`;
    const { value } = await ask("GET", page);
    items.push(...value.items);
    cursor = value.next;
  } while (cursor && items.length < most);
  return items;
}

/** What a person is told about a failure, and can do. */
export function sentenceOf(failure) {
  if (failure instanceof Problem && failure.status === 401) {
    return "Your sign-in has ended. What you wrote is kept in this browser: sign in again and go on.";
  }
  if (failure instanceof Problem) {
    const places = failure.errors.map((e) => `${nameOf(e.pointer)}: ${e.detail}`);
    return places.length > 0 ? places.join("; ") : failure.message;
  }
  return failure.message;
}

function nameOf(pointer) {
  return (pointer ?? "").replace(/^#?\/?/, "").replaceAll("/", " ") || "this";
}

/** Runs a function when nothing called for it for a while; the last arguments count. */
export function quietly(milliseconds, action) {
  let timer = 0;
  const later = (...rest) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...rest), milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** An element with attributes and children; texts stay texts. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A name for addresses, as the server makes one of a title. */
export function slugOf(title) {
  const slug = title
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_-]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return slug.slice(0, 128).replace(/-+$/, "");
}
