package org.conferencedigest.notes.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.recognition.SeenTalk;
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
    Lines lines = post == null ? new Lines("", 0) : linesOf(post);
    return new ImportReport(
        conference.value().slug(),
        conference.outcome().name().toLowerCase(Locale.ROOT),
        post == null ? null : post.file().name(),
        notes.getOrDefault(Outcome.CREATED, List.of()),
        notes.getOrDefault(Outcome.CHANGED, List.of()),
        notes.getOrDefault(Outcome.UNCHANGED, List.of()),
        recognised == null ? List.of() : sections(recognised, lines),
        recognised == null ? List.of() : tiers(recognised, lines),
        recognised == null ? List.of() : talks(recognised, lines),
        recognised == null ? 0 : recognised.entries().size(),
        plan == null ? List.of() : plan.unlisted(),
        plan != null && plan.exact(),
        problems);
  }

  private static Lines linesOf(BlogContent.Post post) {
    String above = post.page().frontMatter().raw();
    return new Lines(post.page().body(), (int) above.chars().filter(c -> c == '\n').count());
  }

  private static List<ImportReport.Section> sections(Recognised recognised, Lines lines) {
    return recognised.parts().stream()
        .map(
            part ->
                new ImportReport.Section(
                    part.slug(),
                    part.title(),
                    part.date(),
                    recognised.entriesIn(part),
                    lines.at(part.heading() == null ? 0 : part.heading().from()),
                    part.date() == null ? 1 : DayHeading.confidence(part.title(), part.date())))
        .toList();
  }

  private static List<ImportReport.Tier> tiers(Recognised recognised, Lines lines) {
    return recognised.tiers().stream()
        .map(
            tier ->
                new ImportReport.Tier(
                    tier.verdict().word(),
                    tier.items().size(),
                    lines.at(tier.block().from()),
                    rounded(
                        recognised.findings().stream()
                            .filter(finding -> tier.block().from() <= finding.at())
                            .filter(finding -> finding.at() < tier.block().to())
                            .mapToDouble(Finding::confidence)
                            .min()
                            .orElse(1))))
        .toList();
  }

  private static List<ImportReport.SightedTalk> talks(Recognised recognised, Lines lines) {
    return recognised.findings().stream().map(finding -> talk(finding, lines)).toList();
  }

  private static ImportReport.SightedTalk talk(Finding finding, Lines lines) {
    SeenTalk talk = finding.talk();
    String form = finding.shape().name().toLowerCase(Locale.ROOT);
    String note = finding.note();
    if (talk == null) {
      return new ImportReport.SightedTalk(
          lines.at(finding.at()),
          form,
          note == null ? "" : note,
          List.of(),
          List.of(),
          note,
          rounded(finding.confidence()));
    }
    return new ImportReport.SightedTalk(
        lines.at(finding.at()),
        form,
        talk.title(),
        talk.speakers().stream().map(Speaker::name).toList(),
        talk.links().stream()
            .map(link -> new ImportReport.Link(link.kind().word(), link.url()))
            .toList(),
        note,
        rounded(finding.confidence()));
  }

  private static double rounded(double confidence) {
    return Math.round(confidence * 100) / 100.0;
  }
}
