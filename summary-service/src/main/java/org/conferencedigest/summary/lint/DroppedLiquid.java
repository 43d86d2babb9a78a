package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.render.Liquid;

/** Liquid that nothing is shown for outside of Jekyll. */
final class DroppedLiquid {

  /** Links, which become links, and shortcodes of Hugo, which are told of as such. */
  private static final Pattern NOT_DROPPED =
      Pattern.compile("(?s)\\{\\{[<%].*|.*\\b(?:post_url|link)\\b.*");

  private DroppedLiquid() {}

  static List<Warning> warnings(DigestDocument document, List<WrittenText> texts) {
    List<Warning> warnings = new ArrayList<>();
    if (!Liquid.isMeantIn(document)) {
      return warnings;
    }
    for (WrittenText text : texts) {
      for (Liquid.Found found : Liquid.in(text.markdown())) {
        if (found.meaning() == null && !NOT_DROPPED.matcher(found.words()).matches()) {
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
