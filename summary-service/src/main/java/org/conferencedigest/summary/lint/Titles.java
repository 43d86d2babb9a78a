package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.PlainText;

/** Notes that readers cannot tell apart. */
final class Titles {

  private Titles() {}

  static List<Warning> warnings(DigestDocument document) {
    Map<String, List<DigestNote>> byTitle = new LinkedHashMap<>();
    for (DigestNote note : document.notes()) {
      byTitle
          .computeIfAbsent(
              PlainText.onOneLine(note.source().title()).toLowerCase(Locale.ROOT),
              t -> new ArrayList<>())
          .add(note);
    }
    List<Warning> warnings = new ArrayList<>();
    for (List<DigestNote> notes : byTitle.values()) {
      DigestNote first = notes.getFirst();
      for (DigestNote other : notes.subList(1, notes.size())) {
        warnings.add(
            Warning.about(
                WrittenText.place(other),
                "same-title",
                Severity.WARNING,
                "%s and %s have the same title, “%s”. Give one of them another, so that readers can tell them apart."
                    .formatted(first.slug(), other.slug(), first.source().title())));
      }
    }
    return warnings;
  }
}
