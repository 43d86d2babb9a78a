package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlNodeRendererFactory;
import org.commonmark.renderer.html.HtmlRenderer;
import org.conferencedigest.events.outline.CarefulParser;
import org.jspecify.annotations.Nullable;

/** The Markdown that is rendered: CommonMark with tables, strikethrough, footnotes, autolinks. */
final class Commonmark {

  /** A renderer's recursion is as deep as its text; nobody reads what nests deeper. */
  private static final int DEEPEST = 200;

  /** HTML is longer than its Markdown, but not by much. */
  private static final int LONGEST_FACTOR = 12;

  private static final int LONGEST_OF_SHORT = 1 << 16;

  private static final List<Extension> WITHOUT_TABLES =
      List.of(
          StrikethroughExtension.create(), FootnotesExtension.create(), AutolinkExtension.create());
  private static final List<Extension> ALL = withTables();

  private static final CarefulParser PARSER = parser(ALL);
  private static final CarefulParser PARSER_WITHOUT_TABLES = parser(WITHOUT_TABLES);

  private Commonmark() {}

  private static List<Extension> withTables() {
    List<Extension> all = new ArrayList<>(WITHOUT_TABLES);
    all.add(TablesExtension.create());
    return List.copyOf(all);
  }

  private static CarefulParser parser(List<Extension> extensions) {
    return new CarefulParser(
        Parser.builder().extensions(extensions).includeSourceSpans(IncludeSourceSpans.BLOCKS));
  }

  /** The document of a text; null if it costs too much or nests too deep. */
  static @Nullable Node parse(String markdown) {
    CarefulParser parser = TableCost.isBearable(markdown) ? PARSER : PARSER_WITHOUT_TABLES;
    Node document = parser.parse(markdown);
    return document == null || depth(document) > DEEPEST ? null : document;
  }

  /** A renderer that knows what the parser knows, and first of all these nodes. */
  static HtmlRenderer.Builder renderer(HtmlNodeRendererFactory nodes) {
    return HtmlRenderer.builder().nodeRendererFactory(nodes).extensions(ALL);
  }

  /**
   * The HTML of a document, not yet safe; null if it were out of proportion to the text, or if the
   * renderer fails on it.
   */
  static @Nullable String render(Node document, HtmlRenderer renderer, int length) {
    int most = (int) Math.min(Integer.MAX_VALUE, (long) length * LONGEST_FACTOR + LONGEST_OF_SHORT);
    BoundedText html = new BoundedText(most);
    try {
      renderer.render(document, html);
      return html.toString();
    } catch (RuntimeException | StackOverflowError tooLongOrUnforeseen) {
      // Defined once and used without end, or what the library did not think of.
      return null;
    }
  }

  private static int depth(Node root) {
    int deepest = 0;
    int depth = 0;
    @Nullable Node node = root;
    while (node != null) {
      deepest = Math.max(deepest, depth);
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != null && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == null ? null : node.getNext();
    }
    return deepest;
  }
}
