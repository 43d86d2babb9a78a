package org.conferencedigest.notes.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Written;
import org.jspecify.annotations.Nullable;

/** Tells what an import did. */
final class Reports {

  private Reports() {}

  static ImportReport of(
      Written<Conference> conference,
      BlogContent.@Nullable Post post,
      @Nullable Plan plan,
      Map<Outcome, List<String>> notes,
      List<Problem> problems) {
    Recognised recognised = plan == null ? null : plan.recognised();
    return new ImportReport(
        conference.value().slug(),
        conference.outcome().name().toLowerCase(Locale.ROOT),
        post == null ? null : post.file().name(),
        notes.getOrDefault(Outcome.CREATED, List.of()),
        notes.getOrDefault(Outcome.CHANGED, List.of()),
        notes.getOrDefault(Outcome.UNCHANGED, List.of()),
        recognised == null ? List.of() : sections(recognised),
        recognised == null ? List.of() : tiers(recognised),
        recognised == null ? 0 : recognised.entries().size(),
        plan == null ? List.of() : plan.unlisted(),
        plan != null && plan.exact(),
        problems);
  }

  private static List<ImportReport.Section> sections(Recognised recognised) {
    return recognised.parts().stream()
        .map(
            part ->
                new ImportReport.Section(
                    part.slug(), part.title(), part.date(), recognised.entriesIn(part)))
        .toList();
  }

  private static List<ImportReport.Tier> tiers(Recognised recognised) {
    return recognised.tiers().entrySet().stream()
        .map(tier -> new ImportReport.Tier(tier.getKey().word(), tier.getValue()))
        .toList();
  }
}
