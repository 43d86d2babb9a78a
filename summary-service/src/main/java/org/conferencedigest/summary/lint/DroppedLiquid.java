package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.render.Liquid;

/** Liquid that nothing is shown for outside of Jekyll. */
final class DroppedLiquid {

  private DroppedLiquid() {}

  static List<Warning> warnings(DigestDocument document, List<WrittenText> texts) {
    List<Warning> warnings = new ArrayList<>();
    if (!Liquid.isMeantIn(document)) {
      return warnings;
    }
    for (WrittenText text : texts) {
      for (Liquid.Found found : Liquid.in(text.markdown())) {
        if (found.meaning() == null && !found.words().matches("(?s).*\\b(?:post_url|link)\\b.*")) {
          warnings.add(
              text.warning(
                  "liquid-dropped",
                  Severity.WARNING,
                  found.start(),
                  "“%s” means something to Jekyll alone; on our pages it is left out. Say it in Markdown, if others are to see it."
                      .formatted(found.words())));
        }
      }
    }
    return warnings;
  }
}
