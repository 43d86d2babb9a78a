package org.conferencedigest.embedded.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What came of a post or a folder of notes, within 80 columns. */
record PostReport(Reported report) {

  /** So many notes are listed by name; more are known by their number. */
  private static final int MOST_NOTES = 20;

  static boolean isOne(Map<String, Object> report) {
    return report.containsKey("post") && report.containsKey("entries");
  }

  String lines() {
    StringJoiner lines = new StringJoiner("\n");
    boolean post = report.members().get("post") != null;
    lines.add(
        Wrapped.lines(
            "",
            "  ",
            "%s: %s%s."
                .formatted(
                    report.text("conference"),
                    report.text("outcome"),
                    post
                        ? ", by the post " + report.text("post")
                        : ". No page sums the others up")));
    lines.add(
        "  notes: %d created, %d changed, %d unchanged"
            .formatted(
                report.count("created"), report.count("changed"), report.count("unchanged")));
    if (post) {
      lines.add(
          "  %s entries; %s"
              .formatted(
                  report.text("entries"),
                  Objects.equals(report.members().get("exact"), true)
                      ? "the digest is the post, byte for byte"
                      : "the digest is not the post byte for byte"));
    }
    talks(lines);
    notes(lines);
    sections(lines);
    report.problems(lines);
    return lines.toString();
  }

  private void talks(StringJoiner lines) {
    List<Map<?, ?>> sure =
        report.list("talks").stream().filter(t -> t.get("note") != null).toList();
    List<Map<?, ?>> others =
        report.list("talks").stream().filter(t -> t.get("note") == null).toList();
    talks(lines, "Talks seen in it:", sure);
    talks(lines, "Perhaps talks, left as they are:", others);
  }

  private static void talks(StringJoiner lines, String heading, List<Map<?, ?>> talks) {
    if (!talks.isEmpty()) {
      lines.add(heading);
    }
    for (Map<?, ?> talk : talks) {
      List<String> speakers = Reported.words(talk.get("speakers"));
      long sure = Reported.percent(talk.get("confidence"));
      lines.add(
          located(
              talk,
              talk.get("title")
                  + (speakers.isEmpty() ? "" : " - " + String.join(", ", speakers))
                  + (sure == 100 ? "" : " (%d%%)".formatted(sure))));
    }
  }

  /** The notes that no line above tells of. */
  private void notes(StringJoiner lines) {
    List<String> told =
        report.list("talks").stream().map(talk -> String.valueOf(talk.get("note"))).toList();
    List<String> others = new ArrayList<>(report.words("created"));
    others.removeAll(told);
    names(lines, "Notes created:", others);
    names(lines, "Notes changed:", report.words("changed"));
    names(lines, "Notes that the post does not show:", report.words("unlisted"));
  }

  private static void names(StringJoiner lines, String heading, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    String shown = names.stream().limit(MOST_NOTES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NOTES;
    lines.add(heading);
    lines.add(Wrapped.lines("  ", "  ", more > 0 ? shown + " and %d more".formatted(more) : shown));
  }

  private void sections(StringJoiner lines) {
    if (!report.list("sections").isEmpty()) {
      lines.add("Sections:");
    }
    for (Map<?, ?> section : report.list("sections")) {
      Object date = section.get("date");
      lines.add(
          located(
              section,
              "%s%s, entries: %s"
                  .formatted(
                      "".equals(section.get("title")) ? section.get("slug") : section.get("title"),
                      date == null ? "" : ", " + date,
                      section.get("entries"))));
    }
    if (!report.list("tiers").isEmpty()) {
      lines.add("Recommendations:");
    }
    for (Map<?, ?> tier : report.list("tiers")) {
      lines.add(
          located(tier, "%s: %s".formatted(tier.get("verdict"), tier.get("recommendations"))));
    }
  }

  private static String located(Map<?, ?> found, String words) {
    return Wrapped.lines("  line %-5s ".formatted(found.get("line")), " ".repeat(13), words);
  }
}
