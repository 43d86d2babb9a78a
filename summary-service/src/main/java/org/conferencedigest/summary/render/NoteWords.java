package org.conferencedigest.summary.render;

import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;

/** What a note says, in words alone. */
public final class NoteWords {

  private NoteWords() {}

  /** The words of its page, and those of its entry if its author gave it one. */
  public static String of(DigestDocument document, DigestNote note) {
    String page = HtmlText.of(NotePage.html(document, note));
    if (note.isComposed()) {
      return page;
    }
    WebLinks links = WebLinks.withinSite(document);
    NoteHtml html = new NoteHtml(links, Definitions.of(document.frame(), links));
    return page + " " + HtmlText.of(html.entry(note));
  }
}
