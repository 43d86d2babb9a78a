package org.conferencedigest.notes.recognition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a heading or a paragraph says, and how parts of it are marked.
 *
 * @param words without marks; lines end in {@code \n}, and spaces that do not break are plain ones
 * @param marks by where they begin, outer ones first
 */
record Phrase(String words, List<Mark> marks) {

  /** How much of it is read, in characters: what matters stands at the beginning. */
  private static final int LONGEST = 4_000;

  private static final Pattern BARE = Pattern.compile("https?://[^\\s<>()\\[\\]\"“”「」（）]{4,2000}");
  private static final Pattern ANCHOR =
      Pattern.compile(
          "<a\\s[^>]{0,500}?href\\s*=\\s*[\"']([^\"'>]{1,2000})[\"']", Pattern.CASE_INSENSITIVE);

  enum Kind {
    LINK,
    STRONG,
    EMPHASIS
  }

  /**
   * A marked part.
   *
   * @param url where it links to; empty if it is no link, or one to nowhere
   */
  record Mark(Kind kind, int from, int to, String url) {

    boolean isLink() {
      return kind == Kind.LINK && !url.isEmpty();
    }
  }

  static final Phrase EMPTY = new Phrase("", List.of());

  /** What a heading or a paragraph says. */
  static Phrase of(Node block) {
    if (!(block.getFirstChild() instanceof Unread unread)) {
      return EMPTY;
    }
    Node read = unread.read().getFirstChild();
    return read == null ? EMPTY : new Reader(read).read();
  }

  Phrase {
    marks = List.copyOf(marks);
  }

  String firstLine() {
    return words.lines().findFirst().orElse("");
  }

  /** Its beginning: what is said of a talk as a whole stands there. */
  String head() {
    return words.substring(0, Math.min(300, words.length()));
  }

  String in(Mark mark) {
    return words.substring(mark.from(), mark.to());
  }

  List<Mark> links() {
    return marks.stream().filter(Mark::isLink).toList();
  }

  /** The outermost mark that begins there. */
  @Nullable Mark beginningAt(int position) {
    for (Mark mark : marks) {
      if (mark.from() == position && mark.to() > position) {
        return mark;
      }
    }
    return null;
  }

  /** The link that covers a part, or lies in it; null if none does. */
  @Nullable Mark linkAround(int from, int to) {
    for (Mark mark : links()) {
      if (mark.from() < to && from < mark.to()) {
        return mark;
      }
    }
    return null;
  }

  /** Walks without recursion: inlines may nest very deep. */
  private static final class Reader {

    private record Open(Node node, Kind kind, int from, String url) {}

    private final Node block;
    private final StringBuilder words = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int anchorFrom = -1;
    private String anchorUrl = "";

    private Reader(Node block) {
      this.block = block;
    }

    private Phrase read() {
      @Nullable Node node = block.getFirstChild();
      while (node != null && words.length() < LONGEST) {
        enter(node);
        if (node.getFirstChild() != null && !(node instanceof Image)) {
          node = node.getFirstChild();
          continue;
        }
        node = following(node);
      }
      while (!open.isEmpty()) {
        close(open.pop());
      }
      bareAddresses();
      marks.sort(
          java.util.Comparator.comparingInt(Mark::from)
              .thenComparing(java.util.Comparator.comparingInt(Mark::to).reversed()));
      return new Phrase(words.toString().replace('\u00a0', ' ').replace('\u202f', ' '), marks);
    }

    @SuppressWarnings("ReferenceEquality") // A node is itself, and no other that says the same.
    private @Nullable Node following(Node last) {
      Node node = last;
      while (true) {
        if (!open.isEmpty() && open.peek().node() == node) {
          close(open.pop());
        }
        if (node.getNext() != null) {
          return node.getNext();
        }
        Node parent = node.getParent();
        if (parent == null || parent == block) {
          return null;
        }
        node = parent;
      }
    }

    private void enter(Node node) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        case SoftLineBreak soft -> words.append('\n');
        case HardLineBreak hard -> words.append('\n');
        case HtmlInline html -> html(html.getLiteral());
        case Link link ->
            open.push(new Open(link, Kind.LINK, words.length(), link.getDestination()));
        case StrongEmphasis strong -> open.push(new Open(strong, Kind.STRONG, words.length(), ""));
        case Emphasis emphasis -> open.push(new Open(emphasis, Kind.EMPHASIS, words.length(), ""));
        default -> {}
      }
    }

    private void html(String tag) {
      Matcher anchor = ANCHOR.matcher(tag);
      if (anchor.lookingAt()) {
        anchorFrom = words.length();
        anchorUrl = anchor.group(1);
      } else if (anchorFrom >= 0 && tag.equalsIgnoreCase("</a>")) {
        marks.add(new Mark(Kind.LINK, anchorFrom, words.length(), anchorUrl));
        anchorFrom = -1;
      } else if (tag.regionMatches(true, 0, "<br", 0, 3)) {
        words.append('\n');
      }
    }

    private void close(Open part) {
      marks.add(new Mark(part.kind(), part.from(), words.length(), part.url()));
    }

    private void bareAddresses() {
      Matcher bare = BARE.matcher(words);
      List<Mark> links = marks.stream().filter(Mark::isLink).toList();
      while (bare.find()) {
        int from = bare.start();
        int to = bare.end();
        if (links.stream().noneMatch(link -> link.from() <= from && to <= link.to())) {
          String url = bare.group().replaceAll("[.,;:!?'*_~]+$", "");
          marks.add(new Mark(Kind.LINK, from, from + url.length(), url));
        }
      }
    }
  }
}
