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
    List<Warning> warnings = new ArrayList<>();
    Stream.of(
            Weekdays.warnings(document),
            Days.warnings(document),
            DeadLinks.warnings(document),
            Programme.warnings(document),
            Titles.warnings(document))
        .forEach(warnings::addAll);
    return warnings;
  }
}
