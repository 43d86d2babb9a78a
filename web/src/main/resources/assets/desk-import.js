// Programmes and blogs, by drop. What came of them is told in words.

import { address, ask, element, sentenceOf } from "./desk-api.js";

const form = document.getElementById("import");
const report = document.getElementById("report");
const drop = document.getElementById("drop");
const conference = form.dataset.conference;

const PROGRAMME = { xml: "application/xml", ics: "text/calendar", json: "application/json" };
const POST = { md: "text/markdown", markdown: "text/markdown", html: "text/html", adoc: "text/markdown" };
const MOST_BYTES = 60 * 1024 * 1024;

const extension = (name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

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
    await content(file, "application/zip", file.name);
  } else if (wanted.length === 1 && kind in POST) {
    await content(file, POST[kind], file.name);
  } else {
    const texts = wanted.filter((one) => extension(one.path) in POST);
    if (texts.length === 0) {
      tell(
        element("p", { class: "notice warn", role: "alert" }, "None of these files is one that can be imported: no Markdown, no programme."),
      );
      return;
    }
    working(`Packing ${texts.length} files …`);
    await content(await zip(texts), "application/zip", `${texts.length} files`);
  }
}

/** A programme is tried first, and imported when its report was read. */
async function programme(file, type) {
  const path = address(conference, "schedule");
  working(`Reading ${file.name} …`);
  try {
    const { value } = await ask("POST", `${path}?dryRun=true`, { body: file, type });
    if (changesNothing(value)) {
      tell(element("h2", {}, "Nothing would change"), told(value), onwards());
      return;
    }
    tell(
      element("h2", {}, "This is what would change"),
      told(value),
      element(
        "div",
        { class: "row" },
        element(
          "button",
          {
            type: "button",
            class: "primary",
            onclick: async () => {
              working("Importing …");
              try {
                const done = await ask("POST", path, { body: file, type });
                tell(element("h2", {}, "The programme is imported"), told(done.value), onwards());
              } catch (failure) {
                failed(failure, file.name);
              }
            },
          },
          "Import it",
        ),
        element("button", { type: "button", onclick: () => tell() }, "Leave it"),
      ),
    );
    report.querySelector("button").focus();
  } catch (failure) {
    failed(failure, file.name);
  }
}

/** Whether all that a report tells of is there already. */
function changesNothing(report) {
  const counts = [report.added, report.changed, report.cancelled].map((some) => (Array.isArray(some) ? some.length : (some ?? 0)));
  return counts.every((count) => count === 0) && !(report.recordings?.length > 0) && !(report.problems?.length > 0);
}

async function content(body, type, name) {
  working(`Importing ${name} …`);
  try {
    const { value } = await ask("POST", address(conference, "content"), { body, type });
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
    which("Which talks", result.talks, (talk) =>
      [talk.title, [talk.change, ...(talk.what ?? [])].filter(Boolean).join(", ")].join(": "),
    ),
    which("Which recordings", result.recordings, (recording) =>
      recording.talkTitle
        ? `${recording.title}: ${recording.state}, of “${recording.talkTitle}”`
        : `${recording.title}: ${recording.state}`,
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
  const where = one.file ?? one.path ?? one.place ?? line;
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
