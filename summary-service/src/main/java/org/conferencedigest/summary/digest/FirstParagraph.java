package org.conferencedigest.summary.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.conferencedigest.events.outline.CarefulParser;
import org.jspecify.annotations.Nullable;

/**
 * The first paragraph of a page that says something in words, preferably before the fold, as
 * Markdown that can stand elsewhere: links by reference carry their destinations along, and
 * references to footnotes are left out.
 */
final class FirstParagraph {

  private static final CarefulParser PARSER =
      new CarefulParser(
          Parser.builder()
              .extensions(List.of(FootnotesExtension.create()))
              .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES));

  private static final Pattern FOLD = Pattern.compile("(?m)^[ \\t]*<!--[ \\t]*more[ \\t]*-->");
  private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%][^{}]{0,2000}[>%]}}");

  /** A page that has no paragraph so early has no first one; a definition may stand beyond. */
  private static final int FAR_ENOUGH = 50_000;

  private FirstParagraph() {}

  /** The paragraph without a line end behind it; empty if there is none. */
  static String of(String body) {
    String markdown = body.length() > FAR_ENOUGH ? body.substring(0, FAR_ENOUGH) : body;
    Node document = PARSER.parse(markdown);
    Matcher fold = FOLD.matcher(markdown);
    String paragraph = fold.find() ? find(markdown, document, fold.start()) : "";
    return paragraph.isEmpty() ? find(markdown, document, markdown.length()) : paragraph;
  }

  private static String find(String markdown, @Nullable Node document, int before) {
    for (@Nullable Node block = document == null ? null : document.getFirstChild();
        block != null;
        block = block.getNext()) {
      List<SourceSpan> lines = block.getSourceSpans();
      if (block instanceof Paragraph paragraph
          && !lines.isEmpty()
          && lines.getFirst().getInputIndex() < before) {
        String text = standingAlone(markdown, paragraph);
        if (!SHORTCODE.matcher(text).replaceAll("").isBlank() && !isPicture(paragraph)) {
          return text;
        }
      }
    }
    return "";
  }

  private static boolean isPicture(Paragraph paragraph) {
    Node only = paragraph.getFirstChild();
    return only instanceof Image && only.getNext() == null;
  }

  private static String standingAlone(String markdown, Paragraph paragraph) {
    List<Edit> edits = new ArrayList<>();
    collectEdits(markdown, paragraph, edits);
    edits.sort(Comparator.comparingInt(Edit::from));
    StringBuilder text = new StringBuilder();
    for (SourceSpan line : paragraph.getSourceSpans()) {
      text.append(text.isEmpty() ? "" : "\n");
      int from = line.getInputIndex();
      int end = from + line.getLength();
      for (Edit edit : edits) {
        if (edit.from() >= from && edit.to() <= end) {
          text.append(markdown, from, edit.from()).append(edit.replacement());
          from = edit.to();
        }
      }
      text.append(markdown, from, end);
    }
    return text.toString().strip();
  }

  /** Something within one line to be replaced. */
  private record Edit(int from, int to, String replacement) {}

  private static void collectEdits(String markdown, Paragraph paragraph, List<Edit> edits) {
    @Nullable Node node = paragraph.getFirstChild();
    while (node != null) {
      Edit edit =
          switch (node) {
            case FootnoteReference footnote -> edit(markdown, footnote, "", "");
            case Image image ->
                edit(markdown, image, "!", destination(image.getDestination(), image.getTitle()));
            case Link link ->
                edit(markdown, link, "", destination(link.getDestination(), link.getTitle()));
            default -> null;
          };
      if (edit != null) {
        edits.add(edit);
      }
      node = edit == null && node.getFirstChild() != null ? node.getFirstChild() : after(node);
    }
  }

  /** What follows a node and all in it; null at the end of the paragraph. */
  private static @Nullable Node after(Node node) {
    @Nullable Node up = node;
    while (up != null && up.getNext() == null && !(up instanceof Paragraph)) {
      up = up.getParent();
    }
    return up == null || up instanceof Paragraph ? null : up.getNext();
  }

  private static @Nullable Edit edit(String markdown, Node node, String mark, String destination) {
    if (node.getSourceSpans().size() != 1) {
      return null;
    }
    SourceSpan span = node.getSourceSpans().getFirst();
    int end = span.getInputIndex() + span.getLength();
    if (node instanceof FootnoteReference) {
      return new Edit(span.getInputIndex(), end, "");
    }
    String verbatim = markdown.substring(span.getInputIndex(), end);
    Node last = node.getLastChild();
    if (!verbatim.startsWith(mark + "[") || verbatim.endsWith(")") || last == null) {
      return null;
    }
    List<SourceSpan> inner = last.getSourceSpans();
    if (inner.isEmpty()) {
      return null;
    }
    int labelEnd = inner.getLast().getInputIndex() + inner.getLast().getLength();
    return new Edit(labelEnd, end, "](" + destination + ")");
  }

  private static String destination(String url, @Nullable String title) {
    String safe = "<" + url.replace("<", "%3C").replace(">", "%3E").replace("\n", "%0A") + ">";
    return title == null || title.isEmpty()
        ? safe
        : safe
            + " \""
            + title.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ")
            + "\"";
  }
}
