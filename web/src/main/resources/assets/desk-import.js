// Programmes and blogs, by drop. What came of them is told in words.

import { address, ask, element, sentenceOf } from "./desk-api.js";

const form = document.getElementById("import");
const report = document.getElementById("report");
const drop = document.getElementById("drop");
const conference = form.dataset.conference;

const PROGRAMME = { xml: "application/xml", ics: "text/calendar", json: "application/json" };
const PAGES = ["md", "markdown"];
const MOST_BYTES = 60 * 1024 * 1024;

const extension = (name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();
const isPage = (name) => PAGES.includes(extension(name));
const isRecording = (name) => extension(name) === "json";

function tell(...content) {
  report.replaceChildren(...content);
}

function working(sentence) {
  tell(element("p", { class: "notice", role: "status" }, sentence));
}

function failed(failure, file) {
  tell(
    element(
      "div",
      { class: "notice bad", role: "alert" },
      element("p", {}, `${file ? `${file}: ` : ""}${sentenceOf(failure)}`),
      element("p", {}, "Nothing was changed. Mend the file, or choose another one."),
    ),
  );
}

/** A zip of files as they are: no compression, which a local network does not need (APPNOTE 4.3). */
async function zip(files) {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) {
      c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    }
    return c >>> 0;
  });
  const crc = (bytes) => {
    let c = 0xffffffff;
    for (const byte of bytes) {
      c = table[(c ^ byte) & 0xff] ^ (c >>> 8);
    }
    return (c ^ 0xffffffff) >>> 0;
  };
  const parts = [];
  const directory = [];
  let offset = 0;
  const header = (signature, fields) => {
    const view = new DataView(new ArrayBuffer(4 + fields.reduce((sum, [size]) => sum + size, 0)));
    view.setUint32(0, signature, true);
    let at = 4;
    for (const [size, value] of fields) {
      if (size === 2) {
        view.setUint16(at, value, true);
      } else {
        view.setUint32(at, value, true);
      }
      at += size;
    }
    return new Uint8Array(view.buffer);
  };
  for (const { path, file } of files) {
    const name = new TextEncoder().encode(path);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const common = [
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, crc(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ];
    const local = header(0x04034b50, common);
    parts.push(local, name, bytes);
    directory.push(
      header(0x02014b50, [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      name,
    );
    offset += local.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

/** What the files in a zip are called, by the directory at its end (APPNOTE 4.3.12); nothing if it is none. */
async function namesIn(archive) {
  const view = new DataView(await archive.arrayBuffer());
  const names = [];
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) {
    end--;
  }
  let at = end < 0 ? view.byteLength : view.getUint32(end + 16, true);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    names.push(new TextDecoder().decode(new Uint8Array(view.buffer).subarray(at + 46, at + 46 + name)));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** All files of a dropped folder, with their paths within it. */
async function walk(entry, path = "") {
  if (entry.isFile) {
    return [{ path: path + entry.name, file: await new Promise((yes, no) => entry.file(yes, no)) }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((yes, no) => reader.readEntries(yes, no));
    if (some.length === 0) {
      break;
    }
    for (const child of some) {
      found.push(...(await walk(child, `${path}${entry.name}/`)));
    }
  }
  return found;
}

/** The paths below the folder that all of them are in, which has the name of nothing we know. */
function below(files) {
  const first = files[0]?.path.split("/")[0];
  return files.length > 0 && files.every(({ path }) => path.startsWith(`${first}/`))
    ? files.map(({ path, file }) => ({ path: path.slice(first.length + 1), file }))
    : files;
}

async function take(files) {
  const wanted = below(files.filter(({ path }) => !/(^|\/)(\.|__MACOSX)/.test(path)));
  if (wanted.length === 0) {
    tell(element("p", { class: "notice warn", role: "alert" }, "There is no file in that."));
    return;
  }
  if (wanted.reduce((sum, { file }) => sum + file.size, 0) > MOST_BYTES) {
    tell(
      element("p", { class: "notice warn", role: "alert" }, "This is more than 60 MB. Import it in parts: the notes of one conference, without pictures."),
    );
    return;
  }
  const { path, file } = wanted[0];
  const kind = extension(path);
  if (wanted.length === 1 && kind in PROGRAMME) {
    await programme(file, PROGRAMME[kind]);
  } else if (wanted.length === 1 && kind === "zip") {
    const names = await namesIn(file);
    const recordings = names.some(isRecording) && !names.some(isPage);
    await (recordings ? programme : content)(file, "application/zip");
  } else if (wanted.length === 1 && isPage(path)) {
    // What the post is called, it is called when it is taken away again.
    const name = file.name.replace(/[^.]+$/, kind);
    await content(file, "text/markdown", name, `?name=${encodeURIComponent(name)}`);
  } else {
    const pages = wanted.filter((one) => isPage(one.path));
    const texts = pages.length > 0 ? pages : wanted.filter((one) => isRecording(one.path));
    if (texts.length === 0) {
      tell(
        element("p", { class: "notice warn", role: "alert" }, "None of these files is one that can be imported: no Markdown, no programme."),
      );
      return;
    }
    working(`Packing ${texts.length} files …`);
    await (pages.length > 0 ? content : programme)(await zip(texts), "application/zip", `${texts.length} files`);
  }
}

/** A programme is tried first, and imported when its report was read. */
async function programme(file, type, name = file.name) {
  const path = address(conference, "schedule");
  working(`Reading ${name} …`);
  const importing = (label, query, attributes) =>
    element(
      "button",
      {
        type: "button",
        ...attributes,
        onclick: async () => {
          working("Importing …");
          try {
            const done = await ask("POST", path + query, { body: file, type });
            tell(element("h2", {}, "The programme is imported"), told(done.value), onwards());
          } catch (failure) {
            failed(failure, name);
          }
        },
      },
      label,
    );
  try {
    const { value } = await ask("POST", `${path}?dryRun=true`, { body: file, type });
    if (changesNothing(value)) {
      tell(element("h2", {}, "Nothing would change"), told(value), onwards());
      return;
    }
    const unsure = (value.recordings ?? []).filter((recording) => recording.state === "proposed").length;
    tell(
      element("h2", {}, "This is what would change"),
      told(value),
      element(
        "div",
        { class: "row" },
        importing("Import it", "", { class: "primary" }),
        unsure > 0 ? importing(`Import it with the ${unsure} unsure recording${unsure === 1 ? "" : "s"}`, "?apply=all", {}) : null,
        element("button", { type: "button", onclick: () => tell() }, "Leave it"),
      ),
    );
    report.querySelector("button").focus();
  } catch (failure) {
    failed(failure, name);
  }
}

/** Whether all that a report tells of is there already. */
function changesNothing(report) {
  const counts = [report.added, report.changed, report.cancelled].map((some) => (Array.isArray(some) ? some.length : (some ?? 0)));
  return counts.every((count) => count === 0) && !(report.recordings?.length > 0) && !(report.problems?.length > 0);
}

async function content(body, type, name = body.name, query = "") {
  working(`Importing ${name} …`);
  try {
    const { value } = await ask("POST", address(conference, "content") + query, { body, type });
    tell(element("h2", {}, "It is imported"), told(value), onwards());
  } catch (failure) {
    failed(failure, name);
  }
}

function onwards() {
  return element(
    "p",
    { class: "row" },
    element("a", { class: "button", href: `/write/${encodeURIComponent(conference)}` }, "To the programme"),
    element("a", { class: "button", href: `/conferences/${encodeURIComponent(conference)}` }, "Read the digest"),
  );
}

const WORDS = {
  added: "new",
  created: "new",
  changed: "changed",
  unchanged: "as before",
  cancelled: "cancelled",
  unlisted: "not shown by the post",
};

/** A report in words: how many of each, which ones, and what somebody should look at. */
function told(result) {
  const rows = [];
  for (const [key, word] of Object.entries(WORDS)) {
    const value = result[key];
    const count = Array.isArray(value) ? value.length : typeof value === "number" ? value : null;
    if (count !== null) {
      rows.push(
        element(
          "li",
          {},
          element("strong", {}, String(count)),
          ` ${word}`,
          Array.isArray(value) && count > 0 && key !== "unchanged"
            ? element(
                "details",
                {},
                element("summary", {}, "Which ones"),
                element("ul", {}, ...value.slice(0, 500).map((one) => element("li", { dir: "auto" }, nameOf(one)))),
              )
            : null,
        ),
      );
    }
  }
  const problems = result.problems ?? [];
  const more = result.moreProblems ? ` and ${result.moreProblems} more` : "";
  return element(
    "div",
    { class: "card" },
    result.post ? element("p", {}, `The post is ${result.post}; it has ${result.entries} entries.`) : null,
    element("ul", { class: "counts" }, ...rows),
    which("Which talks", result.talks?.filter((talk) => talk.change), (talk) =>
      [talk.title, [talk.change, ...(talk.what ?? [])].join(", ")].join(": "),
    ),
    which("Talks seen in it", result.talks?.filter((talk) => talk.note), sighting),
    which("Perhaps talks, left as they are", result.talks?.filter((talk) => talk.form && !talk.note), sighting),
    which("Which recordings", result.recordings, ({ title, state, talkTitle, confidence }) =>
      talkTitle ? `${title}: ${state}, of “${talkTitle}”${sureness(confidence)}` : `${title}: ${state}`,
    ),
    problems.length > 0
      ? element(
          "div",
          { class: "notice warn" },
          element(
            "p",
            {},
            problems.length === 1 && !more ? "One thing to look at:" : `${problems.length}${more} things to look at:`,
          ),
          element("ul", {}, ...problems.slice(0, 200).map((one) => element("li", { dir: "auto" }, nameOf(one)))),
        )
      : element("p", { class: "soft" }, "No problems."),
  );
}

/** A talk as it was seen in a post. */
function sighting({ line, title, speakers, confidence }) {
  const who = speakers.length > 0 ? ` — ${speakers.join(", ")}` : "";
  return `line ${line}: ${title}${who}${sureness(confidence)}`;
}

/** How sure something is, where it is not altogether. */
const sureness = (confidence) => (confidence < 1 ? ` (${Math.round(confidence * 100)} %)` : "");

/** A list that is opened by whoever wants to know; null if there is nothing in it. */
function which(summary, items, words) {
  return items?.length > 0
    ? element(
        "details",
        { class: "small" },
        element("summary", {}, `${summary} (${items.length})`),
        element("ul", {}, ...items.slice(0, 500).map((one) => element("li", { dir: "auto" }, words(one)))),
      )
    : null;
}

function nameOf(one) {
  if (one === null || typeof one !== "object") {
    return String(one);
  }
  const line = one.line ? `line ${one.line}` : null;
  const where = [one.file ?? one.path ?? one.place, line].filter(Boolean).join(", ");
  const what = one.sentence ?? one.problem ?? one.detail ?? one.message ?? one.title;
  return [where, what].filter(Boolean).join(": ") || JSON.stringify(one);
}

form.addEventListener("submit", (event) => event.preventDefault());
drop.hidden = false;
for (const id of ["files", "folder"]) {
  document.getElementById(id).addEventListener("change", (event) => {
    take([...event.target.files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
    event.target.value = "";
  });
}
addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
addEventListener("dragleave", (event) => event.relatedTarget === null && drop.classList.remove("over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  // The entries are to be taken before anything is waited for: they are gone after that.
  const entries = [...event.dataTransfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry());
  const files = [];
  for (const entry of entries) {
    if (entry) {
      files.push(...(await walk(entry)));
    }
  }
  await take(files);
});
form.dataset.ready = "true";
