package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.conferencedigest.events.outline.CarefulParser;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.Nodes;
import org.conferencedigest.summary.render.HeadingLinks;
import org.jspecify.annotations.Nullable;

/** Links to headings of the same page that it does not have. */
final class Headings {

  private static final CarefulParser PARSER =
      new CarefulParser(Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES));

  private Headings() {}

  static List<Warning> warnings(DigestDocument document, List<WrittenText> texts) {
    HeadingLinks ofDigest = HeadingLinks.of(document);
    List<Warning> warnings = new ArrayList<>();
    for (WrittenText text : texts) {
      if (text.markdown().contains("](#") || text.markdown().contains("]: #")) {
        look(text, text.isPage() ? HeadingLinks.of(text.text()) : ofDigest, warnings);
      }
    }
    return warnings;
  }

  private static void look(WrittenText text, HeadingLinks headings, List<Warning> warnings) {
    for (@Nullable Node node = PARSER.parse(text.markdown());
        node != null;
        node = Nodes.following(node)) {
      if (node instanceof Link link && link.getDestination().startsWith("#")) {
        String name = link.getDestination().substring(1);
        if (!name.isEmpty() && !name.startsWith("note-") && !headings.lead(name)) {
          List<SourceSpan> spans = link.getSourceSpans();
          warnings.add(
              text.warning(
                  "heading-missing",
                  Severity.WARNING,
                  spans.isEmpty() ? 0 : spans.getFirst().getInputIndex(),
                  "The link “%s” leads to the heading #%s, which this page does not have. Correct it, or link to the note."
                      .formatted(Nodes.words(link), name)));
        }
      }
    }
  }
}
