package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.conferencedigest.events.outline.CarefulParser;
import org.conferencedigest.notes.recognition.Unread;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of a post. */
final class Blocks {

  private static final CarefulParser PARSER =
      new CarefulParser(Unread.blocks().includeSourceSpans(IncludeSourceSpans.BLOCKS));

  private Blocks() {}

  /** The blocks of a text, in order; none of a text that was made to stall a parser. */
  static List<Block> of(String text) {
    Node document = PARSER.parse(text);
    return document == null ? List.of() : children(document, text);
  }

  /** The items of a list. */
  static List<Block> items(Block list, String text) {
    return children(list.node(), text);
  }

  private static List<Block> children(Node parent, String text) {
    List<Block> blocks = new ArrayList<>();
    for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (!spans.isEmpty()) {
        int from = spans.getFirst().getInputIndex();
        int to = spans.getLast().getInputIndex() + spans.getLast().getLength();
        blocks.add(new Block(kind(node, text), lineStart(text, from), lineEnd(text, to), node));
      }
    }
    return blocks;
  }

  private static Block.Kind kind(Node node, String text) {
    return switch (node) {
      case Heading heading -> Block.Kind.HEADING;
      case ListBlock list -> Block.Kind.LIST;
      case LinkReferenceDefinition definition -> Block.Kind.DEFINITION;
      case ThematicBreak line -> Block.Kind.BREAK;
      case Paragraph paragraph when text.startsWith("[^", start(paragraph)) ->
          Block.Kind.DEFINITION;
      case Paragraph paragraph when isPlain(text, start(paragraph)) -> Block.Kind.PARAGRAPH;
      default -> Block.Kind.OTHER;
    };
  }

  private static int start(Paragraph paragraph) {
    return paragraph.getSourceSpans().getFirst().getInputIndex();
  }

  /** Tables and template tags are paragraphs to CommonMark, but not to an author. */
  private static boolean isPlain(String text, int start) {
    return !text.startsWith("|", start) && !text.startsWith("{", start);
  }

  private static int lineStart(String text, int position) {
    int start = position;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return start;
  }

  private static int lineEnd(String text, int position) {
    int end = position;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
