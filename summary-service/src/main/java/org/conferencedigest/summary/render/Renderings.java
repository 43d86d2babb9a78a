package org.conferencedigest.summary.render;

import org.conferencedigest.summary.digest.DigestDocument;

/**
 * Renders documents. A rendering is a function of the document, the format and the public address:
 * equal documents give equal bytes. What a document shares with one that was rendered before is not
 * rendered again.
 */
public final class Renderings {

  private Renderings() {}

  /**
   * Renders a document.
   *
   * @param publicUrl the address of the gateway as readers see it, for example {@code
   *     https://digest.example.org}
   */
  public static Rendered render(DigestDocument document, Format format, String publicUrl) {
    return switch (format) {
      case HTML -> HtmlPost.render(document, publicUrl);
      case MARKDOWN -> MarkdownPost.portable(document, publicUrl);
      case HUGO -> MarkdownPost.hugo(document);
      case JSON -> JsonPost.render(document, publicUrl);
    };
  }
}
