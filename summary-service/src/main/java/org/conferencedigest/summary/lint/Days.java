package org.conferencedigest.summary.lint;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestDocument.Filled;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.Section;

/** Notes that stand under another day than their own. That may be right: placement is not time. */
final class Days {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

  private Days() {}

  static List<Warning> warnings(DigestDocument document) {
    List<Warning> warnings = new ArrayList<>();
    for (Section section : document.sections()) {
      LocalDate day = section.date();
      if (day == null) {
        continue;
      }
      for (int number : section.slots()) {
        Filled filled = document.slots().get(number);
        if (!(filled.slot() instanceof Slot.Tier)) {
          filled.notes().forEach(note -> add(warnings, note, section, day));
        }
      }
    }
    return warnings;
  }

  private static void add(List<Warning> warnings, DigestNote note, Section section, LocalDate day) {
    LocalDate own = note.ownDay();
    if (own != null && !own.equals(day)) {
      warnings.add(
          Warning.about(
              WrittenText.place(note),
              "other-day",
              Severity.WARNING,
              "“%s” is dated %s and stands under “%s”. Correct its date or its section, unless it is meant to stand there."
                  .formatted(note.source().title(), DAY.format(own), section.title())));
    }
  }
}
