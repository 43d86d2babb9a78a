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

  static List<Warning> warnings(DigestDocument document, List<WrittenText> texts) {
    List<Warning> warnings = new ArrayList<>();
    Integer year = year(document);
    if (year == null) {
      return warnings;
    }
    // A page may tell of dates in any year.
    texts.stream().filter(text -> !text.isPage()).forEach(text -> look(text, year, warnings));
    return warnings;
  }

  private static void look(WrittenText text, int year, List<Warning> warnings) {
    for (WrittenDate written : WrittenDate.in(text.markdown(), year)) {
      if (!written.agrees()) {
        warnings.add(
            text.warning(
                "weekday-mismatch",
                Severity.ERROR,
                written.offset(),
                "“%s”: %s is a %s. Correct the day or the date."
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
