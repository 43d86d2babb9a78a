package org.conferencedigest.summary.render;

import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.render.HtmlNodes.Style;

/**
 * What a note says in a digest as HTML, kept for the next digest.
 *
 * @param links how links are written
 * @param definitions the link definitions of the digest's prose
 */
record NoteHtml(WebLinks links, Definitions definitions) {

  /** Sections have headings of level 2, so what stands in them has deeper ones. */
  private static final int TOP_LEVEL = 3;

  private record Key(WebLinks links, String definitions, String idPrefix, boolean inline)
      implements Memo.Key<String> {}

  /** The note's text in its section. */
  String entry(DigestNote note) {
    return html(note.entry(), "note-" + note.slug() + ".", false);
  }

  /** The note's text in a tier. */
  String recommendation(DigestNote note) {
    return html(note.recommendation(), "tier-" + note.slug() + ".", true);
  }

  private String html(DigestText text, String idPrefix, boolean inline) {
    String before = definitions.neededBy(text.markdown());
    return text.memo()
        .get(
            new Key(links, before, idPrefix, inline),
            () ->
                MarkdownHtml.of(
                    before + links.plain(text.resolve(links)),
                    new Style(idPrefix, TOP_LEVEL, false, inline)));
  }
}
