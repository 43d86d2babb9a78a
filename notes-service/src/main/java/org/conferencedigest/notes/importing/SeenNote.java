package org.conferencedigest.notes.importing;

import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.recognition.SeenTalk;

/**
 * A note that a post holds: its text there is all that is known of it, if it is new.
 *
 * @param date of the day under which it stands, or of the post
 * @param text what the post says of it
 */
record SeenNote(String slug, SeenTalk talk, WrittenDate date, String text) {

  /** The page that a note of such a text has: the text, without a heading that is its title. */
  static String page(String text) {
    var blocks = Blocks.of(text);
    boolean headed = !blocks.isEmpty() && blocks.getFirst().kind() == Block.Kind.HEADING;
    String below = headed ? text.substring(blocks.getFirst().to()) : text;
    String page = below.replaceFirst("^(?:[ \\t]*\\r?\\n)+", "");
    if (page.isBlank()) {
      return "";
    }
    return page.endsWith("\n") ? page : page + (page.contains("\r\n") ? "\r\n" : "\n");
  }
}
