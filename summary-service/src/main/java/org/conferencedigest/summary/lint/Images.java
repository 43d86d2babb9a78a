package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.conferencedigest.events.outline.CarefulParser;
import org.conferencedigest.summary.digest.Nodes;
import org.conferencedigest.summary.render.Shortcodes;
import org.jspecify.annotations.Nullable;

/**
 * Images that are named by a path. A digest holds texts and no files, so that an image is there for
 * its readers if, and only if, its whole address is given.
 */
final class Images {

  private static final CarefulParser PARSER =
      new CarefulParser(Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES));

  private static final Pattern HTML =
      Pattern.compile(
          "<img\\s[^<>]{0,2000}?\\bsrc\\s{0,9}=\\s{0,9}(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\\s\"'<>]+))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FIGURE =
      Pattern.compile("\\bsrc\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|`([^`]*)`|([^\\s\"`]+))");

  private Images() {}

  static List<Warning> warnings(List<WrittenText> texts) {
    List<Warning> warnings = new ArrayList<>();
    for (WrittenText text : texts) {
      String markdown = text.markdown();
      if (markdown.contains("![") || markdown.contains("<img") || markdown.contains("<IMG")) {
        lookIn(text, PARSER.parse(markdown), warnings);
      }
      for (Shortcodes.Found found : Shortcodes.in(markdown)) {
        if (found.name().equals("figure")) {
          look(text, FIGURE.matcher(found.inner()), found.start(), warnings);
        }
      }
    }
    return warnings;
  }

  private static void lookIn(WrittenText text, @Nullable Node document, List<Warning> warnings) {
    for (@Nullable Node node = document; node != null; node = Nodes.following(node)) {
      List<SourceSpan> spans = node.getSourceSpans();
      int at = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
      switch (node) {
        case Image image -> look(text, image.getDestination(), at, warnings);
        case HtmlBlock html -> look(text, HTML.matcher(html.getLiteral()), at, warnings);
        case HtmlInline html -> look(text, HTML.matcher(html.getLiteral()), at, warnings);
        default -> {}
      }
    }
  }

  private static void look(WrittenText text, Matcher source, int at, List<Warning> warnings) {
    while (source.find()) {
      String quoted = source.group(1) != null ? source.group(1) : source.group(2);
      look(text, quoted != null ? quoted : source.group(3), at, warnings);
    }
  }

  private static void look(WrittenText text, String source, int at, List<Warning> warnings) {
    if (!isAddress(source)) {
      warnings.add(
          text.warning(
              "image-missing",
              Severity.WARNING,
              at,
              "The image “%s” is named by its path, which leads to it on your own site at best; readers elsewhere do not see it. Give its whole address, beginning with https://."
                  .formatted(source)));
    }
  }

  private static boolean isAddress(String source) {
    String lower = source.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("//")
        || lower.startsWith("data:");
  }
}
