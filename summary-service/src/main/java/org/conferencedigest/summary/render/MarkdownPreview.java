package org.conferencedigest.summary.render;

import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.render.HtmlNodes.Style;

/** Markdown that someone is writing as the safe HTML it would be in a digest. */
public final class MarkdownPreview {

  private static final Style STYLE = new Style("preview.", 3, false, false);

  private MarkdownPreview() {}

  /** The HTML of a text outside of any digest: links to notes are plain text. */
  public static String render(String markdown) {
    return html(DigestText.outsideOfDigests(markdown), new WebLinks("", "", false));
  }

  /** The HTML of a text in a digest: links to its published notes are links. */
  public static String render(String markdown, DigestDocument document) {
    return html(document.text(markdown), WebLinks.withinSite(document));
  }

  /** Whether a text can be rendered; one that cannot is shown as it was written. */
  public static boolean isRendered(DigestText text) {
    WebLinks links = new WebLinks("", "", false);
    return MarkdownHtml.rendered(links.plain(text.resolve(links)), STYLE) != null;
  }

  private static String html(DigestText text, WebLinks links) {
    return MarkdownHtml.of(links.plain(text.resolve(links)), STYLE);
  }
}
