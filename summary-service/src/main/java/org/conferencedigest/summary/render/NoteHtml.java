package org.conferencedigest.summary.render;

import java.util.Map;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.render.HtmlNodes.Style;

/**
 * What a note says in a digest as HTML, kept for the next digest.
 *
 * @param links how links are written
 * @param definitions the link definitions of the digest's prose
 * @param headings where links to headings lead
 */
record NoteHtml(WebLinks links, Definitions definitions, HeadingLinks headings) {

  /** For texts that stand on no page with others. */
  NoteHtml(WebLinks links, Definitions definitions) {
    this(links, definitions, HeadingLinks.NONE);
  }

  /** Sections have headings of level 2, so what stands in them has deeper ones. */
  private static final int TOP_LEVEL = 3;

  private record Key(
      WebLinks links,
      String definitions,
      String idPrefix,
      boolean inline,
      Map<String, String> headings)
      implements Memo.Key<String> {}

  /** What begins the names of headings and footnotes in a note's text. */
  static String idPrefix(DigestNote note, Slot slot) {
    return idPrefix(note, slot instanceof Slot.Tier);
  }

  private static String idPrefix(DigestNote note, boolean inTier) {
    return (inTier ? "tier-" : "note-") + note.slug() + ".";
  }

  /** The note's text in its section. */
  String entry(DigestNote note) {
    return html(note.entry(), idPrefix(note, false), false);
  }

  /** The note's text in a tier. */
  String recommendation(DigestNote note) {
    return html(note.recommendation(), idPrefix(note, true), true);
  }

  private String html(DigestText text, String idPrefix, boolean inline) {
    String before = definitions.neededBy(text.markdown());
    Map<String, String> names = headings.neededBy(before + text.markdown());
    return text.memo()
        .get(
            new Key(links, before, idPrefix, inline, names),
            () ->
                MarkdownHtml.of(
                    before + links.plain(text.resolve(links)),
                    new Style(idPrefix, TOP_LEVEL, false, inline, names)));
  }
}
