package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;
import org.conferencedigest.summary.digest.Frame;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.render.HtmlNodes.Style;
import org.conferencedigest.summary.render.SafeHtml.Part;

/** The author's prose around the slots as HTML: one document, cut where the slots are. */
final class HtmlFrame {

  private static final Style STYLE = new Style("", 2, true, false);

  private HtmlFrame() {}

  /** A piece of the page. */
  sealed interface Piece {

    /** Prose. */
    record Prose(Fragment html) implements Piece {}

    /**
     * A slot.
     *
     * @param number its number, from 0
     */
    record Slot(int number) implements Piece {}
  }

  private record Key(WebLinks links, Map<String, String> headings)
      implements Memo.Key<List<Piece>> {}

  /** The pieces in the order of the page; each slot that is not empty at most once. */
  static List<Piece> of(Frame frame, WebLinks links, HeadingLinks headings) {
    Map<String, String> names = headings.neededBy(frame.text().markdown());
    return frame
        .memo()
        .get(new Key(links, names), () -> make(frame, links, STYLE.withHeadings(names)));
  }

  private static List<Piece> make(Frame frame, WebLinks links, Style style) {
    String text = textOf(frame, links);
    if (links.liquid()) {
      text = Liquid.strip(text);
    }
    List<Piece> pieces = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Part part : parts(text, frame.mark(), style)) {
      switch (part) {
        case Part.Html html -> pieces.add(new Piece.Prose(Fragment.of(html.html())));
        case Part.Mark mark -> {
          int number = Integer.parseInt(mark.name());
          if (seen.add(number)) {
            pieces.add(new Piece.Slot(number));
          }
        }
      }
    }
    return List.copyOf(pieces);
  }

  /** The frame's text as other than Hugo reads it; an empty slot takes its line with it. */
  static String textOf(Frame frame, LinkStyle links) {
    Matcher marks =
        Pattern.compile(frame.mark().pattern() + "(\\r?\\n)?").matcher(frame.text().resolve(links));
    return Shortcodes.strip(
        marks.replaceAll(
            found ->
                frame.isEmpty(Integer.parseInt(found.group(1)))
                    ? ""
                    : Matcher.quoteReplacement(found.group())));
  }

  private static List<Part> parts(String text, Pattern mark, Style style) {
    String secret = MarkdownHtml.secret(text);
    Node document = Commonmark.parse(text);
    if (document != null) {
      Marks.replace(
          document,
          mark,
          number -> "<div " + SafeHtml.MARK + "=\"" + secret + number + "\"></div>");
      String html = MarkdownHtml.unsafe(document, style, secret, text.length());
      List<Part> safe = html == null ? null : SafeHtml.of(html, secret);
      if (safe != null) {
        return safe;
      }
    }
    return asWritten(text, mark);
  }

  private static List<Part> asWritten(String text, Pattern mark) {
    List<Part> parts = new ArrayList<>();
    Matcher marks = mark.matcher(text);
    int from = 0;
    while (marks.find()) {
      parts.add(new Part.Html(MarkdownHtml.asWritten(text.substring(from, marks.start()))));
      parts.add(new Part.Mark(marks.group(1)));
      from = marks.end();
    }
    parts.add(new Part.Html(MarkdownHtml.asWritten(text.substring(from))));
    return parts;
  }
}
