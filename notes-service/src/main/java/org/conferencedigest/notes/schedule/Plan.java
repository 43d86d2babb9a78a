package org.conferencedigest.notes.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.notes.schedule.programme.Session;
import org.conferencedigest.notes.schedule.recording.Match;
import org.conferencedigest.notes.schedule.recording.Matcher;
import org.conferencedigest.notes.talk.TalkRow;

/**
 * What an import is to do.
 *
 * @param recordings what was found for each recording, if these are recordings
 */
record Plan(List<Reconciliation.Step> steps, List<Proposal> recordings) {

  /**
   * A recording, and what became of it.
   *
   * @param state added, proposed, present or unmatched
   */
  record Proposal(Match match, String state) {}

  static Plan ofProgramme(Reconciliation reconciliation) {
    return new Plan(reconciliation.steps(), List.of());
  }

  /** Recordings are added to the talks they are of; else nothing about a talk changes. */
  static Plan ofRecordings(List<Session> recordings, List<Known> known, Apply apply) {
    Map<String, Known> bySlug =
        known.stream()
            .filter(talk -> !talk.row().deleted())
            .collect(Collectors.toMap(talk -> talk.row().slug(), Function.identity()));
    Map<String, TalkRow> rows = new LinkedHashMap<>();
    List<Proposal> proposals = new ArrayList<>();
    List<TalkRow> candidates = bySlug.values().stream().map(Known::row).toList();
    for (Match match : new Matcher(candidates).match(recordings)) {
      TalkRow talk = match.talk();
      if (talk == null) {
        proposals.add(new Proposal(match, "unmatched"));
        continue;
      }
      TalkRow row = rows.getOrDefault(talk.slug(), talk);
      TalkRow linked =
          match.isThere() || apply.takes(match) ? row.linkedTo(recordingsOf(match)) : row;
      rows.put(talk.slug(), linked);
      proposals.add(
          new Proposal(
              match, match.isThere() ? "present" : apply.takes(match) ? "added" : "proposed"));
    }
    List<Reconciliation.Step> steps = new ArrayList<>();
    rows.forEach(
        (slug, row) -> {
          Known before = java.util.Objects.requireNonNull(bySlug.get(slug));
          boolean same = row.equals(before.row());
          steps.add(
              new Reconciliation.Step(
                  same ? Reconciliation.Change.UNCHANGED : Reconciliation.Change.CHANGED,
                  row,
                  same ? List.of() : List.of("links"),
                  before.origin()));
        });
    return new Plan(steps, proposals);
  }

  private static List<TalkLink> recordingsOf(Match match) {
    return match.recording().told().links().stream()
        .filter(link -> link.kind() == LinkKind.RECORDING)
        .toList();
  }

  long count(Reconciliation.Change change) {
    return steps.stream().filter(step -> step.change() == change).count();
  }
}
