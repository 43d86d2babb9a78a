package org.conferencedigest.summary.render;

import org.conferencedigest.summary.digest.DigestDocument;

/**
 * Renders documents. A rendering is a function of the document, the format and the public site:
 * equal documents give equal bytes. What a document shares with one that was rendered before is not
 * rendered again.
 */
public final class Renderings {

  private Renderings() {}

  /**
   * Renders a document for a site whose ids are given in the name of its host.
   *
   * @param publicUrl the address of the gateway as readers see it, for example {@code
   *     https://digest.example.org}
   */
  public static Rendered render(DigestDocument document, Format format, String publicUrl) {
    return render(document, format, PublicSite.at(publicUrl));
  }

  /** Renders a document for a site. */
  public static Rendered render(DigestDocument document, Format format, PublicSite site) {
    return switch (format) {
      case HTML -> HtmlPost.render(document, site.url());
      case MARKDOWN -> MarkdownPost.portable(document, site.url());
      case HUGO -> MarkdownPost.hugo(document);
      case JEKYLL -> MarkdownPost.jekyll(document, site.url());
      case JSON -> JsonPost.render(document, site.url());
      case ATOM -> AtomFeed.render(document, site);
      case CALENDAR -> TalkCalendar.render(document, site);
    };
  }
}
