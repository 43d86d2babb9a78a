package org.conferencedigest.notes.recognition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * The words of a block before anybody reads them. Most blocks of a post are never asked what they
 * say, and of the others the beginning is enough: so a long text costs little, whatever it is.
 */
public final class Unread extends CustomNode {

  /** How much of a block is read, in characters. */
  private static final int LONGEST = 4_000;

  private static final Pattern LABEL = Pattern.compile("\\[([^\\[\\]]{1,300})]");

  /** Knows nothing but paragraphs. */
  private static final Parser INLINES =
      Parser.builder().enabledBlockTypes(java.util.Set.of()).build();

  private final String words;
  private final InlineParserContext context;

  private Unread(String words, InlineParserContext context) {
    this.words = words;
    this.context = context;
  }

  /** A parser that finds blocks, and leaves their words unread. */
  public static Parser.Builder blocks() {
    return Parser.builder()
        .inlineParserFactory(
            context -> (lines, block) -> block.appendChild(new Unread(start(lines), context)));
  }

  private static String start(SourceLines lines) {
    StringBuilder start = new StringBuilder();
    for (SourceLine line : lines.getLines()) {
      int room = LONGEST - start.length();
      if (room <= 0) {
        break;
      }
      start.append(line.getContent(), 0, Math.min(room, line.getContent().length())).append('\n');
    }
    return start.toString();
  }

  /** The block with the inlines it has. */
  Node read() {
    Map<String, String> definitions = new LinkedHashMap<>();
    Matcher labels = LABEL.matcher(words);
    while (labels.find()) {
      String label = labels.group(1);
      LinkReferenceDefinition definition =
          context.getDefinition(LinkReferenceDefinition.class, label);
      if (definition != null) {
        String url = definition.getDestination().replace("<", "%3C").replace(">", "%3E");
        definitions.putIfAbsent(label, "\n[" + label + "]: <" + url + ">");
      }
    }
    return INLINES.parse(words + "\n" + String.join("", definitions.values()) + "\n");
  }
}
