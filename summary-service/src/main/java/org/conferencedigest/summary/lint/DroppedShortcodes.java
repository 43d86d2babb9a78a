package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conferencedigest.summary.render.Shortcodes;

/** Shortcodes that nothing is shown for outside of Hugo. */
final class DroppedShortcodes {

  /** Told of as links and as images. */
  private static final Set<String> TOLD_ELSEWHERE = Set.of("ref", "relref", "figure");

  private DroppedShortcodes() {}

  static List<Warning> warnings(List<WrittenText> texts) {
    List<Warning> warnings = new ArrayList<>();
    for (WrittenText text : texts) {
      for (Shortcodes.Found found : Shortcodes.in(text.markdown())) {
        if (found.meaning() == null
            && !found.isClosing()
            && !TOLD_ELSEWHERE.contains(found.name())) {
          warnings.add(
              text.warning(
                  "shortcode-dropped",
                  Severity.WARNING,
                  found.start(),
                  "The shortcode “%s” means something to Hugo alone; elsewhere it is left out, and what it encloses stays. Say it in Markdown, if others are to see it."
                      .formatted(found.name())));
        }
      }
    }
    return warnings;
  }
}
