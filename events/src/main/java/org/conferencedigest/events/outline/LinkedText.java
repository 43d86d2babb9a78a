package org.conferencedigest.events.outline;

import java.util.List;
import java.util.function.Function;
import org.conferencedigest.events.outline.LinkScanner.Found;

/**
 * Markdown with its links to other notes found: once parsed, it is resolved for each format without
 * parsing it again, and everything but those links stays character for character.
 *
 * <p>Found are CommonMark links with a {@code note:} destination (inline, by reference, and
 * autolinks), and Hugo's {@code ref} and {@code relref} shortcodes, with the inline links whose
 * destinations they are, or alone. Code is left alone, but for Hugo's shortcodes, since Hugo itself
 * replaces them there. In a text made to stall a parser no CommonMark links are found.
 */
public final class LinkedText {

  private final String markdown;
  private final List<Found> found;

  private LinkedText(String markdown, List<Found> found) {
    this.markdown = markdown;
    this.found = found;
  }

  /** Finds the links of any text. */
  public static LinkedText parse(String markdown) {
    return new LinkedText(markdown, LinkScanner.scan(markdown));
  }

  /** The text as it was parsed. */
  public String markdown() {
    return markdown;
  }

  /** The links, in the order of the text; definitions of references are not listed. */
  public List<NoteLink> links() {
    return found.stream().filter(f -> !f.isDefinition()).map(Found::link).toList();
  }

  /** The text with each link as that function says. */
  public String resolve(Function<NoteLink, Resolution> resolution) {
    if (found.isEmpty()) {
      return markdown;
    }
    StringBuilder text = new StringBuilder(markdown.length() + 64);
    int from = 0;
    for (Found f : found) {
      text.append(markdown, from, f.start());
      text.append(f.as(resolution.apply(f.link())));
      from = f.end();
    }
    return text.append(markdown, from, markdown.length()).toString();
  }
}
