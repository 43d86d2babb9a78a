package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.render.JekyllFrontMatter;
import org.conferencedigest.summary.render.MarkdownPreview;

/** Texts that cannot be rendered, and are shown as they were written. */
final class AsWritten {

  private AsWritten() {}

  static List<Warning> warnings(DigestDocument document, List<WrittenText> texts) {
    List<Warning> warnings = new ArrayList<>();
    for (WrittenText text : texts) {
      if (!MarkdownPreview.isRendered(text.text())) {
        warnings.add(
            Warning.about(
                text.place(),
                "not-rendered",
                Severity.WARNING,
                "This text nests too deep, or would take too long, to be rendered: it is shown as it was written. Make it simpler, or divide it."));
      }
    }
    if (JekyllFrontMatter.isUnreadable(document)) {
      warnings.add(
          Warning.about(
              "outline",
              "not-rendered",
              Severity.WARNING,
              "The front matter cannot be read as TOML: a post for Jekyll has none of what it says. Correct it, or make it simpler."));
    }
    return warnings;
  }
}
