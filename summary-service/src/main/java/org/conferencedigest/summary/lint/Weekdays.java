package org.conferencedigest.summary.lint;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.jspecify.annotations.Nullable;

/** Dates whose day of the week is another one. */
final class Weekdays {

  private Weekdays() {}

  static List<Warning> warnings(DigestDocument document) {
    List<Warning> warnings = new ArrayList<>();
    Integer year = year(document);
    if (year == null) {
      return warnings;
    }
    String[] lines = document.frame().text().markdown().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      look(lines[i], year, "outline:" + (i + 1), warnings);
    }
    for (DigestNote note : document.notes()) {
      look(note.entry().markdown(), year, "notes/" + note.slug() + "/entry", warnings);
      look(
          note.recommendation().markdown(),
          year,
          "notes/" + note.slug() + "/recommendation",
          warnings);
    }
    return warnings;
  }

  private static void look(String text, int year, String place, List<Warning> warnings) {
    for (WrittenDate written : WrittenDate.in(text, year)) {
      if (!written.agrees()) {
        warnings.add(
            new Warning(
                "weekday-mismatch",
                place,
                "“%s”: %s is a %s."
                    .formatted(
                        written.text(),
                        written.date(),
                        written
                            .date()
                            .getDayOfWeek()
                            .getDisplayName(TextStyle.FULL, Locale.ENGLISH))));
      }
    }
  }

  /** Of the conference, or else of its notes; null if nothing tells. */
  private static @Nullable Integer year(DigestDocument document) {
    return Stream.concat(
            Stream.of(document.content().startDate(), document.content().endDate()),
            document.notes().stream().map(DigestNote::ownDay))
        .filter(Objects::nonNull)
        .map(LocalDate::getYear)
        .findFirst()
        .orElse(null);
  }
}
