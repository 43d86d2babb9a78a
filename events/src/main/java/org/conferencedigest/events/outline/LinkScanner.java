package org.conferencedigest.events.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern DESTINATION =
      Pattern.compile("<[^<>\\n]*>|[^\\s()<][^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*");

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
    found.addAll(ShortcodeLinks.in(markdown));
    if (markdown.contains(SCHEME) || SiteAddresses.mayBeIn(markdown)) {
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

  private static void commonMarkLinks(String markdown, List<Found> found) {
    // Not a visitor: its recursion would be as deep as the text nests.
    @Nullable Node root = PARSER.parse(markdown);
    for (@Nullable Node node = root; node != null; node = following(node)) {
      Found link =
          switch (node) {
            case Link l -> {
              Target target = target(l.getDestination());
              yield target == null ? null : link(markdown, l, target);
            }
            case LinkReferenceDefinition d -> {
              Target target = target(d.getDestination());
              yield target == null ? null : definition(markdown, d, target);
            }
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

  private static @Nullable Found link(String markdown, Link link, Target target) {
    List<SourceSpan> spans = link.getSourceSpans();
    if (spans.isEmpty()) {
      return null;
    }
    int start = spans.getFirst().getInputIndex();
    int end = endOf(spans);
    String verbatim = markdown.substring(start, end);
    if (verbatim.startsWith("<")) {
      return target instanceof Target.Note(String slug, String anchor)
          ? new Found(new NoteLink(slug, target, verbatim), Form.AUTOLINK, start, end, -1, -1)
          : null;
    }
    Node last = link.getLastChild();
    int labelEnd =
        last == null || last.getSourceSpans().isEmpty()
            ? verbatim.indexOf(']')
            : endOf(last.getSourceSpans()) - start;
    if (labelEnd < 1) {
      return null;
    }
    NoteLink noteLink = new NoteLink(verbatim.substring(1, labelEnd), target, verbatim);
    Matcher destination = DESTINATION.matcher(verbatim);
    return verbatim.startsWith("](", labelEnd) && destination.find(labelEnd + 2)
        ? new Found(noteLink, Form.INLINE, start, end, destination.start(), destination.end())
        : new Found(noteLink, Form.REFERENCE, start, end, -1, -1);
  }

  private static @Nullable Found definition(
      String markdown, LinkReferenceDefinition definition, Target target) {
    List<SourceSpan> spans = definition.getSourceSpans();
    if (spans.isEmpty()) {
      return null;
    }
    int start = spans.getFirst().getInputIndex();
    int end = endOf(spans);
    String verbatim = markdown.substring(start, end);
    Matcher destination = DESTINATION.matcher(verbatim);
    int labelEnd = verbatim.indexOf("]:");
    return labelEnd > 0 && destination.find(labelEnd + 2)
        ? new Found(
            new NoteLink(definition.getLabel(), target, verbatim),
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

  private static @Nullable Target target(String destination) {
    if (!destination.startsWith(SCHEME)) {
      return SiteAddresses.of(destination);
    }
    String rest = destination.substring(SCHEME.length());
    int hash = rest.indexOf('#');
    return hash < 0
        ? new Target.Note(rest, null)
        : new Target.Note(rest.substring(0, hash), rest.substring(hash + 1));
  }
}
