package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.conferencedigest.summary.render.HtmlNodes.Style;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as safe HTML. Never fails, on any text, and takes about a second per megabyte at the
 * most: a text made to stall a parser, nested beyond reading, or that would become HTML out of all
 * proportion to it, is shown as it was written.
 */
final class MarkdownHtml {

  private MarkdownHtml() {}

  /** The HTML of a text without Hugo's shortcodes. */
  static String of(String markdown, Style style) {
    String html = rendered(markdown, style);
    return html == null ? asWritten(markdown) : html;
  }

  /** The HTML of a text without Hugo's shortcodes; null if it cannot be rendered. */
  static @Nullable String rendered(String markdown, Style style) {
    String secret = secret(markdown);
    Node document = Commonmark.parse(markdown);
    String html = document == null ? null : unsafe(document, style, secret, markdown.length());
    String safe = html == null ? null : SafeHtml.textOf(html, secret);
    return safe == null ? null : safe.strip();
  }

  /**
   * The HTML of a document, not yet safe; null if it were out of all proportion.
   *
   * @param length of the text that was parsed
   */
  static @Nullable String unsafe(Node document, Style style, String secret, int length) {
    HtmlRenderer renderer =
        Commonmark.renderer(context -> new HtmlNodes(style, secret, context))
            .attributeProviderFactory(context -> new FootnoteNames(secret, style.idPrefix()))
            .attributeProviderFactory(context -> new HeadingAddresses(style.headings()))
            .omitSingleParagraphP(style.inline())
            .build();
    return Commonmark.render(document, renderer, length);
  }

  /** A text as it was written. */
  static String asWritten(String text) {
    return text.isBlank() ? "" : "<pre>" + Escape.html(text.strip()) + "</pre>";
  }

  /** What a text cannot hold, since it cannot hold its own hash. */
  static String secret(String text) {
    byte[] hash = Fragment.sha256().digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16) + ":";
  }
}
