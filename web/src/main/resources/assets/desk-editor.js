// The editor: CodeMirror in place of a text area, which goes on holding the text for its form.

import {
  autocompletion,
  completionKeymap,
  Decoration,
  defaultKeymap,
  drawSelection,
  dropCursor,
  EditorSelection,
  EditorState,
  EditorView,
  HighlightStyle,
  highlightSpecialChars,
  history,
  historyField,
  historyKeymap,
  keymap,
  markdown,
  markdownKeymap,
  markdownLanguage,
  Prec,
  RangeSetBuilder,
  search,
  searchKeymap,
  syntaxHighlighting,
  tags,
  ViewPlugin,
  WidgetType,
} from "./editor-libraries.js";
import { element } from "./desk-api.js";

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "1rem" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "24rem" },
  ".cm-content": { padding: "1rem", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "var(--mark)" },
  ".cm-tooltip": {
    color: "var(--ink)",
    backgroundColor: "var(--card)",
    border: "1px solid var(--strong-line)",
    borderRadius: "var(--radius)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--sans)", maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.3rem 0.6rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
  },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.8", marginLeft: "0.8em" },
  ".cm-panels": { color: "var(--ink)", backgroundColor: "var(--wash)", borderColor: "var(--line)" },
  ".cm-panel.cm-search": { padding: "0.5rem", fontFamily: "var(--sans)" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { fontSize: "0.85rem" },
  ".cm-textfield, .cm-button": {
    color: "var(--ink)",
    background: "var(--card)",
    border: "1px solid var(--strong-line)",
    borderRadius: "var(--radius)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--mark)" },
  ".desk-slot": {
    display: "inline-flex",
    alignItems: "center",
    gap: "0.5em",
    fontFamily: "var(--sans)",
    fontSize: "0.85rem",
    color: "var(--accent)",
    border: "1px solid currentcolor",
    borderRadius: "99rem",
    padding: "0.1em 0.8em",
    cursor: "pointer",
  },
  ".desk-no-slot": { textDecoration: "underline wavy var(--bad)" },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700", color: "var(--ink)" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--link)" },
  { tag: [tags.monospace, tags.literal], color: "var(--good)" },
  { tag: tags.quote, color: "var(--soft)" },
  { tag: [tags.processingInstruction, tags.meta, tags.contentSeparator], color: "var(--soft)" },
  { tag: [tags.comment, tags.angleBracket, tags.tagName], color: "var(--soft)" },
]);

/** Puts marks around what is selected, or takes them away. */
function around(mark) {
  return (view) => {
    view.dispatch(
      view.state.changeByRange((range) => {
        const { from, to } = range;
        const before = view.state.sliceDoc(from - mark.length, from);
        const after = view.state.sliceDoc(to, to + mark.length);
        if (before === mark && after === mark) {
          return {
            changes: [
              { from: from - mark.length, to: from },
              { from: to, to: to + mark.length },
            ],
            range: EditorSelection.range(from - mark.length, to - mark.length),
          };
        }
        return {
          changes: [
            { from, insert: mark },
            { from: to, insert: mark },
          ],
          range: EditorSelection.range(from + mark.length, to + mark.length),
        };
      }),
      { userEvent: "input", scrollIntoView: true },
    );
    return true;
  };
}

/** Puts a mark before each selected line, or takes it away. */
function before(mark) {
  return (view) => {
    const changes = [];
    for (const { from, to } of view.state.selection.ranges) {
      for (let at = from; ; ) {
        const line = view.state.doc.lineAt(at);
        changes.push(
          line.text.startsWith(mark)
            ? { from: line.from, to: line.from + mark.length }
            : { from: line.from, insert: mark },
        );
        at = line.to + 1;
        if (at > to) {
          break;
        }
      }
    }
    view.dispatch({ changes, userEvent: "input", scrollIntoView: true });
    return true;
  };
}

/** A link around what is selected; the cursor waits where the address goes. */
function link(scheme) {
  return (view) => {
    const { from, to } = view.state.selection.main;
    const text = view.state.sliceDoc(from, to);
    view.dispatch({
      changes: { from, to, insert: `[${text}](${scheme})` },
      selection: { anchor: from + (text === "" ? 1 : text.length + 3 + scheme.length) },
      userEvent: "input",
      scrollIntoView: true,
    });
    return true;
  };
}

/** A line of its own with this text. */
export function insertLine(view, text) {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const empty = line.text.trim() === "";
  const insert = empty ? `${text}\n` : `\n\n${text}\n`;
  view.dispatch({
    changes: empty
      ? { from: line.from, to: line.to, insert }
      : { from: line.to, insert },
    selection: { anchor: (empty ? line.from : line.to) + insert.length },
    userEvent: "input",
    scrollIntoView: true,
  });
  view.focus();
}

/** What the tool bar has: a name, a sign, keys, and what is done. */
export const TOOLS = [
  ["Bold", "B", "Mod-b", around("**")],
  ["Italic", "I", "Mod-i", around("*")],
  ["Code", "‹›", "Mod-e", around("`")],
  ["Link", "Link", "Mod-k", link("https://")],
  ["Link to a note", "Note", "Mod-Shift-k", link("note:")],
  ["Heading", "H", "Mod-Alt-2", before("## ")],
  ["List", "List", "Mod-Shift-8", before("- ")],
  ["Quote", "Quote", "Mod-Shift-9", before("> ")],
];

function shown(keys) {
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  return keys.replace("Mod", mac ? "⌘" : "Ctrl").replaceAll("-", " + ");
}

/** Fills a tool bar, which is one stop for the Tab key, and goes along by arrow keys. */
export function fillTools(bar, view, tools) {
  for (const [name, sign, keys, run] of tools) {
    bar.append(
      element(
        "button",
        {
          type: "button",
          class: "quiet",
          "aria-label": name,
          title: keys ? `${name} (${shown(keys)})` : name,
          tabindex: bar.childElementCount === 0 ? "0" : "-1",
          onclick: () => {
            run(view);
            view.focus();
          },
        },
        sign,
      ),
    );
  }
  bar.addEventListener("keydown", (event) => {
    const buttons = [...bar.children];
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const at = buttons.indexOf(event.target);
    const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + step))] ?? buttons[0];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });
  bar.hidden = false;
}

const IMAGE = /^https?:\/\/\S+\.(png|jpe?g|gif|webp|svg|avif)(\?\S*)?$/i;
const ADDRESS = /^https?:\/\/\S+$/;

/** Pasted addresses become links and pictures; pasted pictures cannot be kept, which is said. */
function pasting(refuse) {
  const take = (event, data, view, at) => {
    if (!data) {
      return false;
    }
    if ([...data.files].length > 0 && !data.types.includes("text/plain")) {
      event.preventDefault();
      refuse(
        "Pictures and files are not kept here. Put the picture on the web, and paste its address: it becomes ![what it shows](https://…).",
      );
      return true;
    }
    const text = data.getData("text/plain").trim();
    if (!ADDRESS.test(text)) {
      return false;
    }
    const { from, to } = at ?? view.state.selection.main;
    const selected = view.state.sliceDoc(from, to);
    const bare = selected === "" && !IMAGE.test(text);
    if (bare || view.state.sliceDoc(from - 1, from) === "(") {
      return false;
    }
    event.preventDefault();
    const label = selected.replaceAll(/[[\]]/g, "\\$&");
    const insert = IMAGE.test(text) ? `![${label}](${text})` : `[${label}](${text})`;
    view.dispatch({
      changes: { from, to, insert },
      selection: {
        anchor: selected === "" ? from + 2 : from + insert.length,
      },
      userEvent: "input.paste",
    });
    return true;
  };
  return EditorView.domEventHandlers({
    paste: (event, view) => take(event, event.clipboardData, view),
    drop: (event, view) => {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      return (
        event.dataTransfer?.files.length > 0 &&
        take(event, event.dataTransfer, view, at === null ? undefined : { from: at, to: at })
      );
    },
  });
}

/** Completes links to notes behind "note:" and "[[", and names of speakers behind "@" or as typed. */
function completing({ notes, speakers }) {
  return async (context) => {
    const typed = context.matchBefore(/(?:note:|\[\[)[^\s)\]]*/u);
    if (typed) {
      const short = typed.text.startsWith("[[");
      const known = await notes();
      return {
        from: typed.from + (short ? 2 : 5),
        options: known.map((note) => ({
          label: short ? note.title : note.slug,
          detail: short ? note.slug : note.title,
          type: "text",
          apply: short
            ? (view, option, from, to) =>
                view.dispatch({
                  changes: {
                    from: typed.from,
                    to: view.state.sliceDoc(to, to + 2) === "]]" ? to + 2 : to,
                    insert: `[${note.title.replaceAll(/[[\]]/g, "\\$&")}](note:${note.slug})`,
                  },
                  selection: {
                    anchor:
                      typed.from +
                      `[${note.title.replaceAll(/[[\]]/g, "\\$&")}](note:${note.slug})`.length,
                  },
                  userEvent: "input.complete",
                })
            : note.slug,
        })),
        validFor: short ? /^[^\]]*$/u : /^[\p{L}\p{N}_-]*$/u,
      };
    }
    const name = context.matchBefore(/@[\p{L}\p{M}' -]*|\p{Lu}[\p{L}\p{M}'-]{2,}/u);
    if (!name) {
      return null;
    }
    const at = name.text.startsWith("@");
    const known = await speakers();
    return {
      from: at ? name.from + 1 : name.from,
      options: known.map((speaker) => ({
        label: speaker.name,
        detail: speaker.affiliation ?? "",
        type: "text",
        apply: (view, option, from, to) =>
          view.dispatch({
            changes: { from: name.from, to, insert: speaker.name },
            selection: { anchor: name.from + speaker.name.length },
            userEvent: "input.complete",
          }),
      })),
      validFor: /^[\p{L}\p{M}' -]*$/u,
    };
  };
}

const SLOT =
  /^<!-- digest:(?:(tier) (best|worth-watching|watched|skip)|(entries) ([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_-]+)(?: date="(\d{4}-\d\d-\d\d)")?|(entry) ([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_-]+)|(tiers)|(days)|(summary))(?: bullet="[^"]*")?(?: gap="[1-9]")? -->$/u;

/** What a line of an outline fills in, for people; null: it is no slot. */
export function slotIn(line) {
  const found = SLOT.exec(line);
  if (!found) {
    return null;
  }
  const [, tier, verdict, entries, section, date, entry, note, tiers, days] = found;
  return tier
    ? `Recommendations: ${verdict.replace("-", " ")}`
    : entries
      ? `Entries of ${section}${date ? `, ${date}` : ""}`
      : entry
        ? `Entry of ${note}`
        : tiers
          ? "All recommendations"
          : days
            ? "All days"
            : "Summary";
}

class Chip extends WidgetType {
  constructor(words) {
    super();
    this.words = words;
  }

  eq(other) {
    return other.words === this.words;
  }

  toDOM() {
    return element("span", { class: "desk-slot" }, this.words);
  }

  ignoreEvent() {
    return false;
  }
}

/** Shows slots as chips, but where the cursor is; and marks what looks like one and is none. */
const CHIPS = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = this.build(view);
    }

    update(update) {
      if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged) {
        this.decorations = this.build(update.view);
      }
    }

    build(view) {
      const chips = new RangeSetBuilder();
      const { state } = view;
      const cursors = view.hasFocus
        ? state.selection.ranges.map((range) => state.doc.lineAt(range.head).number)
        : [];
      for (const { from, to } of view.visibleRanges) {
        for (let at = from; at <= to; ) {
          const line = state.doc.lineAt(at);
          const words = slotIn(line.text);
          if (words !== null && !cursors.includes(line.number)) {
            chips.add(line.from, line.to, Decoration.replace({ widget: new Chip(words) }));
          } else if (words === null && /^\s*<!--\s*digest:/.test(line.text)) {
            chips.add(line.from, line.to, Decoration.mark({ class: "desk-no-slot" }));
          }
          at = line.to + 1;
        }
      }
      return chips.finish();
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/**
 * Puts an editor in place of a text area. The text area holds the text all the time.
 *
 * options: label; changed(): called after each change by a person; refuse(sentence); notes() and
 * speakers(), which promise what is completed; slots: whether lines of slots are shown as chips;
 * keys: more key bindings; kept: what toJSON of an editor before gave.
 */
export function edit(textarea, options) {
  const host = element("div", { class: "editor" });
  // A shadow root takes constructed style sheets, so that no style element is needed, which our
  // Content-Security-Policy would refuse.
  const root = host.attachShadow({ mode: "open" });
  const extensions = [
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    search({ top: true }),
    markdown({ base: markdownLanguage, addKeymap: false }),
    syntaxHighlighting(COLOURS),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": options.label,
      spellcheck: "true",
      dir: "auto",
      autocorrect: "on",
      autocapitalize: "sentences",
    }),
    EditorView.perLineTextDirection.of(true),
    Prec.high(keymap.of(options.keys ?? [])),
    // Ctrl-Enter and Ctrl-S are the page's; the Tab key leaves the editor, as it does any field.
    keymap.of([
      ...TOOLS.map(([, , key, run]) => ({ key, run, preventDefault: true })),
      ...completionKeymap,
      ...markdownKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter((binding) => binding.key !== "Mod-Enter"),
    ]),
    autocompletion({
      override: [
        completing({
          notes: options.notes ?? (async () => []),
          speakers: options.speakers ?? (async () => []),
        }),
      ],
      icons: false,
    }),
    pasting(options.refuse),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        textarea.value = update.state.doc.toString();
        options.changed();
      }
    }),
    LOOK,
    options.slots ? CHIPS : [],
  ];
  const view = new EditorView({
    state: options.kept
      ? EditorState.fromJSON(options.kept, { extensions }, { history: historyField })
      : EditorState.create({ doc: textarea.value, extensions }),
    parent: root,
    root,
  });
  textarea.value = view.state.doc.toString();
  textarea.hidden = true;
  textarea.after(host);
  document.querySelector(`label[for="${textarea.id}"]`)?.addEventListener("click", () => view.focus());
  return {
    view,
    text: () => view.state.doc.toString(),
    toJSON: () => view.state.toJSON({ history: historyField }),
    /** Puts another text there, which can be undone; the cursor stays as near as it can. */
    replace(text) {
      const now = view.state.doc.toString();
      let from = 0;
      while (from < now.length && from < text.length && now[from] === text[from]) {
        from++;
      }
      let tail = 0;
      while (
        tail < now.length - from &&
        tail < text.length - from &&
        now[now.length - 1 - tail] === text[text.length - 1 - tail]
      ) {
        tail++;
      }
      view.dispatch({
        changes: { from, to: now.length - tail, insert: text.slice(from, text.length - tail) },
      });
    },
  };
}
