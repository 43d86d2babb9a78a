package org.conferencedigest.notes.recognition;

import java.util.List;
import java.util.Locale;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Reads a heading with what stands below it, an item of a list, or a paragraph as a talk. */
public final class TalkReader {

  private TalkReader() {}

  /**
   * Reads a heading.
   *
   * @param below the blocks that stand right below it, up to the next heading
   */
  public static SeenTalk heading(Node heading, List<Node> below, String text, Surroundings around) {
    return SectionReading.read(heading, below, text, around);
  }

  /** Reads an item of a list. */
  public static SeenTalk item(ListItem item, String text, Surroundings around) {
    return LineReading.item(item, text, around);
  }

  /** Reads a paragraph. */
  public static SeenTalk paragraph(Node paragraph, String text, Surroundings around) {
    return LineReading.paragraph(paragraph, text, around);
  }

  /** What a heading, an item or a paragraph begins with, as one line without marks. */
  public static String words(Node block) {
    return Phrase.of(block).words();
  }

  /** Where an item links to on its own page, without {@code #}; empty if it does not. */
  public static String anchor(ListItem item) {
    if (item.getFirstChild() instanceof Paragraph first) {
      for (Phrase.Mark link : Phrase.of(first).links()) {
        if (link.url().startsWith("#")) {
          return link.url().substring(1);
        }
      }
    }
    return "";
  }

  /** What is left of a title when case, spaces and signs do not matter. */
  public static String key(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "");
  }
}
