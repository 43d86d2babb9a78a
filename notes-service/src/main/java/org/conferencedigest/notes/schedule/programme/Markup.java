package org.conferencedigest.notes.schedule.programme;

import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Abstracts that are written in HTML, as Markdown: paragraphs, lists, headings, quotes, code, links
 * and emphasis. Of everything else the words stay.
 */
final class Markup {

  /** A block in HTML; words in angle brackets, or a tag in Markdown, do not make HTML of a text. */
  private static final Pattern HTML =
      Pattern.compile(
          "</(?:p|div|ul|ol|li|h[1-6]|blockquote|table|pre)\\s*>|\\A\\s*<(?:p|div|ul|ol|br|a|em|b|i"
              + "|strong|span|h[1-6])\\b[^<>]*>|<br\\s*/?>\\s*<br\\s*/?>",
          Pattern.CASE_INSENSITIVE);

  /** No abstract is nested deeper; one that was made to be is flattened below. */
  private static final int DEEPEST = 24;

  private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

  private final Document document = new Document();
  private final @Nullable String base;

  /** The paragraph that is written; null between two. */
  private org.commonmark.node.@Nullable Node open;

  private Markup(@Nullable String base) {
    this.base = base;
  }

  /**
   * A text as Markdown: the same, if it is not in HTML.
   *
   * @param base what links without a server refer to
   */
  static String markdown(String text, @Nullable String base) {
    if (!HTML.matcher(text).find()) {
      return text;
    }
    Markup markup = new Markup(base);
    markup.blocks(Jsoup.parseBodyFragment(text).body(), markup.document, 0);
    return RENDERER.render(markup.document).strip();
  }

  private void blocks(Element parent, org.commonmark.node.Node into, int depth) {
    for (Node child : parent.childNodes()) {
      switch (child) {
        case TextNode text -> text(text, into);
        case Element element -> element(element, into, depth);
        default -> {
          // Comments, and what is no content.
        }
      }
    }
    close();
  }

  private void element(Element element, org.commonmark.node.Node into, int depth) {
    if (depth > DEEPEST) {
      inlines(into).appendChild(new Text(element.text()));
      return;
    }
    switch (element.normalName()) {
      case "script", "style", "head", "template", "noscript" -> {
        // Not for readers.
      }
      case "p",
          "div",
          "section",
          "article",
          "table",
          "tbody",
          "thead",
          "tr",
          "td",
          "th",
          "dl",
          "dt",
          "dd" -> {
        close();
        blocks(element, into, depth + 1);
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        close();
        Heading heading = new Heading();
        // Below whatever shows the talk's title.
        heading.setLevel(Math.clamp(element.normalName().charAt(1) - '0' + 2, 3, 6));
        into.appendChild(heading);
        words(element.text(), heading);
      }
      case "blockquote" -> nest(element, into, new BlockQuote(), depth);
      case "ul", "menu" -> list(element, into, new BulletList(), depth);
      case "ol" -> {
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(1);
        list.setMarkerDelimiter(".");
        list(element, into, list, depth);
      }
      case "pre" -> {
        close();
        FencedCodeBlock code = new FencedCodeBlock();
        String literal = element.wholeText().strip();
        code.setLiteral(literal + "\n");
        code.setFenceCharacter("`");
        code.setOpeningFenceLength(literal.contains("```") ? 8 : 3);
        code.setClosingFenceLength(literal.contains("```") ? 8 : 3);
        into.appendChild(code);
      }
      case "br" -> lineBreak();
      case "img" -> words(element.attr("alt"), inlines(into));
      case "code", "tt", "kbd" -> code(element, into);
      case "em", "i" -> wrap(element, new Emphasis("*"), into, depth);
      case "strong", "b" -> wrap(element, new StrongEmphasis("**"), into, depth);
      case "a" -> link(element, into, depth);
      default -> {
        if (element.isBlock()) {
          close();
        }
        inlineChildren(element, into, depth);
      }
    }
  }

  private void list(
      Element element,
      org.commonmark.node.Node into,
      org.commonmark.node.ListBlock list,
      int depth) {
    close();
    list.setTight(true);
    for (Element item : element.children()) {
      ListItem written = new ListItem();
      blocks(item, written, depth + 1);
      if (written.getFirstChild() != null) {
        list.appendChild(written);
      }
    }
    if (list.getFirstChild() != null) {
      into.appendChild(list);
    }
  }

  private void nest(
      Element element, org.commonmark.node.Node into, org.commonmark.node.Node block, int depth) {
    close();
    blocks(element, block, depth + 1);
    if (block.getFirstChild() != null) {
      into.appendChild(block);
    }
  }

  private void inlineChildren(Element element, org.commonmark.node.Node into, int depth) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        text(text, into);
      } else if (child instanceof Element inner) {
        element(inner, into, depth + 1);
      }
    }
  }

  /** One ends a line, two end a paragraph. */
  private void lineBreak() {
    if (open == null) {
      return;
    }
    if (open.getLastChild() instanceof HardLineBreak) {
      close();
    } else {
      open.appendChild(new HardLineBreak());
    }
  }

  private void close() {
    while (open != null && open.getLastChild() instanceof HardLineBreak last) {
      last.unlink();
    }
    open = null;
  }

  private void code(Element element, org.commonmark.node.Node into) {
    String literal = element.text().strip();
    if (!literal.isEmpty()) {
      inline(element, new Code(literal), into);
    }
  }

  /** Markdown's emphasis touches its words; without any, there is none. */
  private void wrap(
      Element element, org.commonmark.node.Node wrapper, org.commonmark.node.Node into, int depth) {
    if (!element.select("a, code").isEmpty()
        || element.children().stream().anyMatch(Element::isBlock)) {
      inlineChildren(element, into, depth);
      return;
    }
    String words = element.text().strip();
    if (!words.isEmpty()) {
      inline(element, wrapper, into);
      words(words, wrapper);
    }
  }

  /** What touches its words in Markdown keeps the space around them outside. */
  private void inline(
      Element element, org.commonmark.node.Node node, org.commonmark.node.Node into) {
    String all = element.wholeText();
    boolean begins = open == null;
    org.commonmark.node.Node line = inlines(into);
    if (!begins && Character.isWhitespace(all.charAt(0))) {
      line.appendChild(new Text(" "));
    }
    line.appendChild(node);
    if (Character.isWhitespace(all.charAt(all.length() - 1))) {
      line.appendChild(new Text(" "));
    }
  }

  private void link(Element element, org.commonmark.node.Node into, int depth) {
    String words = element.text().strip();
    var address = WebAddress.of(element.attr("href"), base);
    if (address.isEmpty() || words.isEmpty()) {
      inlineChildren(element, into, depth);
      return;
    }
    Link link = new Link(address.get(), null);
    inline(element, link, into);
    words(words, link);
  }

  private void text(TextNode text, org.commonmark.node.Node into) {
    String words = text.text().replace('\u00a0', ' ');
    boolean begins = open == null;
    if (begins && words.isBlank()) {
      return;
    }
    words(begins ? words.stripLeading() : words, inlines(into));
  }

  private static void words(String words, org.commonmark.node.Node into) {
    if (!words.isEmpty()) {
      into.appendChild(new Text(words));
    }
  }

  /** Where words go: the open paragraph, or a new one. */
  private org.commonmark.node.Node inlines(org.commonmark.node.Node into) {
    if (open == null) {
      Paragraph paragraph = new Paragraph();
      into.appendChild(paragraph);
      open = paragraph;
    }
    return open;
  }
}
