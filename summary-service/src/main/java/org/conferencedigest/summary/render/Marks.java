package org.conferencedigest.summary.render;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Puts something of ours into a document where its text has marks. */
final class Marks {

  private Marks() {}

  /**
   * Replaces all marks.
   *
   * @param mark with its number for only group
   * @param html what takes the place of the mark with that number
   */
  static void replace(Node document, Pattern mark, UnaryOperator<String> html) {
    for (@Nullable Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case HtmlBlock block ->
            block.setLiteral(
                mark.matcher(block.getLiteral())
                    .replaceAll(m -> Matcher.quoteReplacement(html.apply(m.group(1)))));
        case FencedCodeBlock code -> code.setLiteral(behind(code, code.getLiteral(), mark, html));
        case IndentedCodeBlock code -> code.setLiteral(behind(code, code.getLiteral(), mark, html));
        default -> {}
      }
    }
  }

  /** Where our idea of a code block is not the parser's, what stands in it comes behind it. */
  private static String behind(
      Node code, String literal, Pattern mark, UnaryOperator<String> html) {
    Matcher marks = mark.matcher(literal);
    StringBuilder found = new StringBuilder();
    while (marks.find()) {
      found.append(html.apply(marks.group(1)));
    }
    if (found.isEmpty()) {
      return literal;
    }
    code.insertAfter(html(found.toString()));
    return marks.replaceAll("");
  }

  /** A node that is that HTML. */
  static Node html(String literal) {
    HtmlBlock block = new HtmlBlock();
    block.setLiteral(literal);
    return block;
  }
}
