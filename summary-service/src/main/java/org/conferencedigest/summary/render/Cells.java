package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;
import org.conferencedigest.summary.digest.Frame;
import org.conferencedigest.summary.digest.HeadingIds;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.Nodes;
import org.conferencedigest.summary.render.HtmlNodes.Style;
import org.jspecify.annotations.Nullable;

/** The prose of a digest cut at its headings, its slots and its fold. */
final class Cells {

  private static final Style STYLE = new Style("", 3, false, false);
  private static final Pattern BLANK_ABOVE = Pattern.compile("\\A(?:[ \\t]*\\r?\\n)+");

  private Cells() {}

  /** A cell. */
  sealed interface Cell {

    /** Text between two cuts, never blank in both forms. */
    record Prose(String markdown, String html) implements Cell {}

    /** Where a section begins. */
    record Start(String id, String title, int level) implements Cell {}

    /** A slot, by its number from 0. */
    record Slot(int number) implements Cell {}

    /** Where the summary ends. */
    record Fold() implements Cell {}
  }

  private record Key(LinkStyle links) implements Memo.Key<List<Cell>> {}

  /** The cells in order; slots that are empty are not among them. */
  static List<Cell> of(Frame frame, LinkStyle links) {
    return frame
        .memo()
        .get(new Key(links), () -> make(HtmlFrame.textOf(frame, links), frame.mark()));
  }

  /** A place where the text is cut, and what stands there. */
  private record Cut(int start, int end, Cell cell) {}

  private static List<Cell> make(String text, Pattern mark) {
    Pattern marks = Pattern.compile(mark.pattern() + "|<!--[ \\t]*more[ \\t]*-->");
    String cut = "<!--cut-" + MarkdownHtml.secret(text) + "-->";
    Node document = Commonmark.parse(text);
    List<Cut> cuts = new ArrayList<>();
    List<String> html = List.of();
    if (document != null) {
      findCuts(document, text, marks, cuts);
      html = htmlBetween(document, marks, cut, text.length());
    }
    if (html.size() != cuts.size() + 1) {
      cuts.clear();
      cutAt(marks, text, 0, text.length(), cuts);
      html = List.of();
    }
    return between(text, cuts, html);
  }

  private static void findCuts(Node document, String text, Pattern marks, List<Cut> cuts) {
    HeadingIds ids = new HeadingIds("");
    for (@Nullable Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (spans.isEmpty()) {
        continue;
      }
      int start = spans.getFirst().getInputIndex();
      int end = spans.getLast().getInputIndex() + spans.getLast().getLength();
      switch (node) {
        case Heading heading -> {
          String title = Nodes.words(heading).strip();
          cuts.add(new Cut(start, end, new Cell.Start(ids.next(title), title, heading.getLevel())));
        }
        case HtmlBlock block -> cutAt(marks, text, start, end, cuts);
        case FencedCodeBlock code -> cutAt(marks, text, start, end, cuts);
        case IndentedCodeBlock code -> cutAt(marks, text, start, end, cuts);
        default -> {}
      }
    }
  }

  private static void cutAt(Pattern marks, String text, int start, int end, List<Cut> cuts) {
    Matcher found = marks.matcher(text).region(start, end);
    while (found.find()) {
      String number = found.group(1);
      cuts.add(
          new Cut(
              found.start(),
              found.end(),
              number == null ? new Cell.Fold() : new Cell.Slot(Integer.parseInt(number))));
    }
  }

  /** The HTML of what stands before, between and behind the cuts; empty if there is none. */
  private static List<String> htmlBetween(Node document, Pattern marks, String cut, int length) {
    for (@Nullable Node node = document.getFirstChild(); node != null; ) {
      Node next = node.getNext();
      if (node instanceof Heading) {
        node.insertBefore(Marks.html(cut));
        node.unlink();
      }
      node = next;
    }
    Marks.replace(document, marks, number -> cut);
    String html = MarkdownHtml.unsafe(document, STYLE, cut, length);
    if (html == null) {
      return List.of();
    }
    List<String> between = new ArrayList<>();
    for (String piece : html.split(Pattern.quote(cut), -1)) {
      String safe = SafeHtml.textOf(piece, cut);
      if (safe == null) {
        return List.of();
      }
      between.add(safe.strip());
    }
    return between;
  }

  private static List<Cell> between(String text, List<Cut> cuts, List<String> html) {
    List<Cell> cells = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      int to = i < cuts.size() ? cuts.get(i).start() : text.length();
      String markdown =
          BLANK_ABOVE.matcher(text.substring(from, to)).replaceFirst("").stripTrailing();
      String prose = html.isEmpty() ? MarkdownHtml.asWritten(markdown) : html.get(i);
      if (!markdown.isEmpty() || !prose.isEmpty()) {
        cells.add(new Cell.Prose(markdown, prose));
      }
      if (i < cuts.size()) {
        cells.add(cuts.get(i).cell());
        from = cuts.get(i).end();
      }
    }
    return List.copyOf(cells);
  }
}
