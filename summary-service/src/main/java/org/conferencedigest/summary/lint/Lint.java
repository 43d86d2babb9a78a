package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conferencedigest.summary.digest.DigestDocument;

/** All that is looked for in a digest. */
public final class Lint {

  private Lint() {}

  /** The warnings about a digest, in a stable order: of each kind together, in its order. */
  public static List<Warning> of(DigestDocument document) {
    List<WrittenText> texts = WrittenText.of(document);
    List<Warning> warnings = new ArrayList<>();
    Stream.of(
            Weekdays.warnings(document, texts),
            Days.warnings(document),
            DeadLinks.warnings(document, texts),
            Headings.warnings(document, texts),
            Programme.warnings(document),
            Titles.warnings(document),
            Images.warnings(texts),
            DroppedShortcodes.warnings(texts),
            DroppedLiquid.warnings(document, texts),
            AsWritten.warnings(document, texts))
        .forEach(warnings::addAll);
    return warnings;
  }
}
