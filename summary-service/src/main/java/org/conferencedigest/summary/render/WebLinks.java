package org.conferencedigest.summary.render;

import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.Resolution;
import org.conferencedigest.summary.digest.Destination;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;
import org.jspecify.annotations.Nullable;

/**
 * Links to web pages.
 *
 * @param base what stands before the path: empty for pages of the same site, else the site's
 *     address without a slash at its end
 * @param liquid whether the texts were written for Jekyll, which runs the Liquid in them
 */
record WebLinks(String base, String conference, boolean liquid) implements LinkStyle {

  static WebLinks withinSite(DigestDocument document) {
    return new WebLinks("", document.conference(), Liquid.isMeantIn(document));
  }

  static WebLinks absolute(DigestDocument document, String publicUrl) {
    String base =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    return new WebLinks(base, document.conference(), Liquid.isMeantIn(document));
  }

  @Override
  public Resolution of(NoteLink link, Destination destination) {
    return switch (destination) {
      case Destination.Note note -> Resolution.to(note(note.slug()) + fragment(note.anchor()));
      case Destination.Digest digest -> Resolution.to(digest() + fragment(digest.anchor()));
      case Destination.Elsewhere elsewhere ->
          link.target() instanceof Target.HugoPage(String path, String anchor)
                  && path.isEmpty()
                  && anchor != null
              ? Resolution.to(fragment(anchor))
              : Resolution.plainText();
      case Destination.Nowhere nowhere ->
          // The address alone, as in an example of Jekyll's tags: there are no words to show for
          // it.
          link.target() instanceof Target.SitePage && link.label().isEmpty()
              ? Resolution.verbatim()
              : Resolution.plainText();
    };
  }

  /** A text as our pages read it: without what only Hugo understands, or only Jekyll runs. */
  String plain(String markdown) {
    String withoutHugo = MarkdownPost.withoutHugo(markdown);
    return liquid ? Liquid.strip(withoutHugo) : withoutHugo;
  }

  /** The address of the digest's page. */
  String digest() {
    return base + "/conferences/" + Escape.inPath(conference);
  }

  /** The address of a note's page. */
  String note(String slug) {
    return digest() + "/notes/" + Escape.inPath(slug);
  }

  /** The address of the digest in a format. */
  String format(String file) {
    return base + "/api/v1/conferences/" + Escape.inPath(conference) + "/" + file;
  }

  private static String fragment(@Nullable String anchor) {
    return anchor == null ? "" : "#" + Escape.inPath(anchor);
  }
}
