// What the desk takes from CodeMirror and jsdiff. The build makes one module of this and of what it
// imports: assets/editor-libraries.js, whose exports are those of the build's output wrapper.

import {
  Annotation,
  Compartment,
  EditorSelection,
  EditorState,
  Prec,
  RangeSetBuilder,
  StateField,
} from "@codemirror/state";
import {
  Decoration,
  drawSelection,
  dropCursor,
  EditorView,
  highlightSpecialChars,
  keymap,
  placeholder,
  ViewPlugin,
  WidgetType,
} from "@codemirror/view";
import { defaultKeymap, history, historyField, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { markdown, markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { search, searchKeymap } from "@codemirror/search";
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { tags } from "@lezer/highlight";
import { diffArrays, diffWordsWithSpace } from "diff/lib/index.es6.js";

libraryExports({
  Annotation,
  Compartment,
  Decoration,
  EditorSelection,
  EditorState,
  EditorView,
  HighlightStyle,
  Prec,
  RangeSetBuilder,
  StateField,
  ViewPlugin,
  WidgetType,
  autocompletion,
  completionKeymap,
  defaultKeymap,
  diffArrays,
  diffWordsWithSpace,
  drawSelection,
  dropCursor,
  highlightSpecialChars,
  history,
  historyField,
  historyKeymap,
  keymap,
  markdown,
  markdownKeymap,
  markdownLanguage,
  placeholder,
  search,
  searchKeymap,
  syntaxHighlighting,
  syntaxTree,
  tags,
});
