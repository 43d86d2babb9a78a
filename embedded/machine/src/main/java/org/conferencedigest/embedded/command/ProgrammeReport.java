package org.conferencedigest.embedded.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What came of a programme, within 80 columns: how many of each, then what a person may look at.
 */
record ProgrammeReport(Reported report) {

  /** So many new talks are listed; more are known by their number. */
  private static final int MOST_ADDED = 20;

  private static final String HANGING = "             ";

  static boolean isOne(Map<String, Object> report) {
    return report.containsKey("format") && report.containsKey("unchanged");
  }

  String lines() {
    StringJoiner lines = new StringJoiner("\n");
    boolean dry = Objects.equals(report.members().get("dryRun"), true);
    lines.add(
        Wrapped.lines(
            "",
            "  ",
            "%s: %s, by a file of the format %s%s"
                .formatted(
                    report.text("conference"),
                    report.text("outcome"),
                    report.text("format"),
                    dry ? ". Nothing was stored: this is what would be." : ".")));
    lines.add(
        "  %s added, %s changed, %s unchanged, %s cancelled"
            .formatted(
                report.text("added"),
                report.text("changed"),
                report.text("unchanged"),
                report.text("cancelled")));
    talks(lines);
    recordings(lines);
    report.problems(lines);
    return lines.toString();
  }

  private void talks(StringJoiner lines) {
    List<Map<?, ?>> talks = report.list("talks");
    long added = talks.stream().filter(talk -> "added".equals(talk.get("change"))).count();
    List<Map<?, ?>> shown =
        talks.stream()
            .filter(talk -> added <= MOST_ADDED || !"added".equals(talk.get("change")))
            .toList();
    if (!shown.isEmpty()) {
      lines.add("Talks:");
    }
    for (Map<?, ?> talk : shown) {
      String what =
          talk.get("what") instanceof List<?> words && !words.isEmpty()
              ? words.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"))
              : "";
      lines.add(
          Wrapped.lines(
              "  %-11s".formatted(talk.get("change")), HANGING, talk.get("title") + what));
    }
  }

  private void recordings(StringJoiner lines) {
    List<Map<?, ?>> recordings = report.list("recordings");
    if (recordings.isEmpty()) {
      return;
    }
    lines.add("Recordings:");
    Map<Object, Long> counts =
        recordings.stream()
            .collect(
                Collectors.groupingBy(
                    recording -> String.valueOf(recording.get("state")), Collectors.counting()));
    lines.add(
        "  %d added, %d there before, %d for you to look at, %d of no talk"
            .formatted(
                counts.getOrDefault("added", 0L),
                counts.getOrDefault("present", 0L),
                counts.getOrDefault("proposed", 0L),
                counts.getOrDefault("unmatched", 0L)));
    for (Map<?, ?> recording : recordings) {
      Object state = recording.get("state");
      if ("proposed".equals(state)) {
        lines.add(Wrapped.lines("  look at    ", HANGING, recording.get("title") + ""));
        lines.add(
            Wrapped.lines(
                HANGING,
                HANGING,
                "may be of: %s (%s%%)"
                    .formatted(
                        recording.get("talkTitle"),
                        Reported.percent(recording.get("confidence")))));
      } else if ("unmatched".equals(state)) {
        lines.add(Wrapped.lines("  of no talk ", HANGING, recording.get("title") + ""));
      }
    }
    if (counts.containsKey("proposed")) {
      lines.add("  With --apply all, those to look at are added, too.");
    }
  }
}
