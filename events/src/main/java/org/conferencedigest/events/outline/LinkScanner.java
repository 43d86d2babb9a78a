package org.conferencedigest.events.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.jspecify.annotations.Nullable;

/** Finds links between notes in Markdown, with the places where they stand. */
final class LinkScanner {

  private static final String SCHEME = "note:";

  private static final CarefulParser PARSER =
      new CarefulParser(Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES));

  /** Hugo's shortcode for the address of a page, which may have further options. */
  private static final Pattern REF =
      Pattern.compile(
          "\\{\\{[<%]\\s{0,9}(?:rel)?ref\\s{1,9}(?:path\\s{0,9}=\\s{0,9})?"
              + "(?:\"(?<quoted>[^\"\\n]{0,2000})\"|`(?<raw>[^`\\n]{0,2000})`"
              + "|(?<word>[^\\s\"`<>{}=]{1,2000}))"
              + "(?:\\s{1,9}\\w{1,40}\\s{0,9}=\\s{0,9}(?:\"[^\"\\n]{0,200}\"|`[^`\\n]{0,200}`)){0,9}"
              + "\\s{0,9}[>%]}}");

  /** How far from a destination the parentheses around it may be, in spaces. */
  private static final int WIDEST_GAP = 9;

  private static final Pattern DESTINATION =
      Pattern.compile("<note:[^<>\\n]*>|note:[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*");

  /** How far before a Hugo destination its label may begin, in characters. */
  private static final int LONGEST_LABEL = 2_000;

  private LinkScanner() {}

  /**
   * A link in a text.
   *
   * @param start where the link begins
   * @param end where the text goes on behind it
   * @param destinationStart where in {@code link.verbatim()} the destination begins; -1 if it
   *     stands elsewhere, in a definition
   */
  record Found(
      NoteLink link, Form form, int start, int end, int destinationStart, int destinationEnd) {

    boolean isDefinition() {
      return form == Form.DEFINITION;
    }

    String as(Resolution resolution) {
      return switch (resolution) {
        case Resolution.Verbatim v -> link.verbatim();
        case Resolution.PlainText p -> form == Form.DEFINITION ? link.verbatim() : link.label();
        case Resolution.To to -> leadingTo(to.destination());
      };
    }

    private String leadingTo(String destination) {
      return switch (form) {
        case INLINE, DEFINITION, ADDRESS ->
            link.verbatim().substring(0, destinationStart)
                + destination
                + link.verbatim().substring(destinationEnd);
        case AUTOLINK -> "[" + link.label() + "](" + destination + ")";
        case REFERENCE -> link.verbatim();
      };
    }
  }

  /** How a link is written. */
  enum Form {
    INLINE,
    AUTOLINK,
    REFERENCE,
    DEFINITION,
    /** No link, only where one leads, such as in an attribute of HTML. */
    ADDRESS
  }

  static List<Found> scan(String markdown) {
    List<Found> found = new ArrayList<>();
    if (markdown.contains("ref")) {
      hugoLinks(markdown, found);
    }
    if (markdown.contains(SCHEME)) {
      commonMarkLinks(markdown, found);
    }
    found.sort(Comparator.comparingInt(Found::start));
    return withoutOverlaps(found);
  }

  private static List<Found> withoutOverlaps(List<Found> sorted) {
    List<Found> kept = new ArrayList<>(sorted.size());
    int end = 0;
    for (Found f : sorted) {
      if (f.start() >= end) {
        kept.add(f);
        end = f.end();
      }
    }
    return List.copyOf(kept);
  }

  private static void hugoLinks(String markdown, List<Found> found) {
    Matcher ref = REF.matcher(markdown);
    while (ref.find()) {
      Found link = hugoLink(markdown, ref);
      found.add(
          link != null
              ? link
              : new Found(
                  new NoteLink("", page(ref), ref.group()),
                  Form.ADDRESS,
                  ref.start(),
                  ref.end(),
                  0,
                  ref.end() - ref.start()));
    }
  }

  /** The link whose destination that is, which CommonMark does not take for one, but Hugo does. */
  private static @Nullable Found hugoLink(String markdown, Matcher ref) {
    int opening = ref.start() - 1;
    while (opening > ref.start() - WIDEST_GAP && isSpace(markdown, opening)) {
      opening--;
    }
    int end = ref.end();
    while (end < ref.end() + WIDEST_GAP && isSpace(markdown, end)) {
      end++;
    }
    if (opening < 1 || !markdown.startsWith("](", opening - 1) || !markdown.startsWith(")", end)) {
      return null;
    }
    int start = labelStart(markdown, opening - 1);
    if (start < 0 || (start > 0 && markdown.charAt(start - 1) == '!')) {
      return null;
    }
    return new Found(
        new NoteLink(
            markdown.substring(start + 1, opening - 1),
            page(ref),
            markdown.substring(start, end + 1)),
        Form.INLINE,
        start,
        end + 1,
        ref.start() - start,
        ref.end() - start);
  }

  private static boolean isSpace(String markdown, int at) {
    return at >= 0 && at < markdown.length() && Character.isWhitespace(markdown.charAt(at));
  }

  private static Target.HugoPage page(Matcher ref) {
    String written =
        Stream.of("quoted", "raw", "word")
            .map(ref::group)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    int hash = written.indexOf('#');
    return hash < 0
        ? new Target.HugoPage(written, null)
        : new Target.HugoPage(written.substring(0, hash), written.substring(hash + 1));
  }

  /** The opening bracket that belongs to the closing one; -1 if there is none near. */
  private static int labelStart(String markdown, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0 && i > closing - LONGEST_LABEL; i--) {
      char c = markdown.charAt(i);
      if (i > 0 && markdown.charAt(i - 1) == '\\') {
        continue;
      }
      if (c == ']') {
        depth++;
      } else if (c == '[') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private static void commonMarkLinks(String markdown, List<Found> found) {
    // Not a visitor: its recursion would be as deep as the text nests.
    @Nullable Node root = PARSER.parse(markdown);
    for (@Nullable Node node = root; node != null; node = following(node)) {
      Found link =
          switch (node) {
            case Link l when l.getDestination().startsWith(SCHEME) -> link(markdown, l);
            case LinkReferenceDefinition d when d.getDestination().startsWith(SCHEME) ->
                definition(markdown, d);
            default -> null;
          };
      if (link != null) {
        found.add(link);
      }
    }
  }

  private static @Nullable Node following(Node node) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    for (@Nullable Node up = node; up != null; up = up.getParent()) {
      if (up.getNext() != null) {
        return up.getNext();
      }
    }
    return null;
  }

  private static @Nullable Found link(String markdown, Link link) {
    List<SourceSpan> spans = link.getSourceSpans();
    if (spans.isEmpty()) {
      return null;
    }
    int start = spans.getFirst().getInputIndex();
    int end = endOf(spans);
    String verbatim = markdown.substring(start, end);
    if (verbatim.startsWith("<")) {
      Target.Note target = target(link.getDestination());
      return new Found(
          new NoteLink(target.slug(), target, verbatim), Form.AUTOLINK, start, end, -1, -1);
    }
    Node last = link.getLastChild();
    int labelEnd =
        last == null || last.getSourceSpans().isEmpty()
            ? verbatim.indexOf(']')
            : endOf(last.getSourceSpans()) - start;
    if (labelEnd < 1) {
      return null;
    }
    NoteLink noteLink =
        new NoteLink(verbatim.substring(1, labelEnd), target(link.getDestination()), verbatim);
    Matcher destination = DESTINATION.matcher(verbatim);
    return verbatim.startsWith("](", labelEnd) && destination.find(labelEnd)
        ? new Found(noteLink, Form.INLINE, start, end, destination.start(), destination.end())
        : new Found(noteLink, Form.REFERENCE, start, end, -1, -1);
  }

  private static @Nullable Found definition(String markdown, LinkReferenceDefinition definition) {
    List<SourceSpan> spans = definition.getSourceSpans();
    if (spans.isEmpty()) {
      return null;
    }
    int start = spans.getFirst().getInputIndex();
    int end = endOf(spans);
    String verbatim = markdown.substring(start, end);
    Matcher destination = DESTINATION.matcher(verbatim);
    int labelEnd = verbatim.indexOf("]:");
    return labelEnd > 0 && destination.find(labelEnd)
        ? new Found(
            new NoteLink(definition.getLabel(), target(definition.getDestination()), verbatim),
            Form.DEFINITION,
            start,
            end,
            destination.start(),
            destination.end())
        : null;
  }

  private static int endOf(List<SourceSpan> spans) {
    return spans.getLast().getInputIndex() + spans.getLast().getLength();
  }

  private static Target.Note target(String destination) {
    String rest = destination.substring(SCHEME.length());
    int hash = rest.indexOf('#');
    return hash < 0
        ? new Target.Note(rest, null)
        : new Target.Note(rest.substring(0, hash), rest.substring(hash + 1));
  }
}
