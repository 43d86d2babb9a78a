package org.conferencedigest.notes.schedule;

import java.util.Locale;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.notes.schedule.Reconciliation.Change;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.Source;
import org.conferencedigest.notes.schedule.programme.Told;
import org.conferencedigest.notes.schedule.recording.Match;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.Outcome;

/** Tells what an import did, or would do. */
final class Reports {

  private Reports() {}

  static ScheduleReport of(
      String conference,
      Outcome outcome,
      Source source,
      Plan plan,
      Remarks remarks,
      boolean dryRun) {
    return new ScheduleReport(
        conference,
        outcome.name().toLowerCase(Locale.ROOT),
        source.word(),
        dryRun,
        (int) plan.count(Change.ADDED),
        (int) plan.count(Change.CHANGED),
        (int) plan.count(Change.UNCHANGED),
        (int) (plan.count(Change.CANCELLED) + plan.count(Change.REMOVED)),
        plan.steps().stream().filter(Reconciliation.Step::writesTalk).map(Reports::of).toList(),
        plan.recordings().stream().map(Reports::of).toList(),
        remarks.kept().stream().map(Reports::of).toList(),
        remarks.more());
  }

  private static ScheduleReport.ChangedTalk of(Reconciliation.Step step) {
    return new ScheduleReport.ChangedTalk(
        step.row().slug(),
        step.row().title(),
        step.change().name().toLowerCase(Locale.ROOT),
        step.what());
  }

  private static ScheduleReport.Recording of(Plan.Proposal proposal) {
    Match match = proposal.match();
    Told told = match.recording().told();
    TalkRow talk = match.talk();
    return new ScheduleReport.Recording(
        told.title(),
        told.speakers().stream().map(Speaker::name).toList(),
        told.links().stream().map(TalkLink::url).findFirst().orElse(null),
        talk == null ? null : talk.slug(),
        talk == null ? null : talk.title(),
        match.confidence(),
        proposal.state());
  }

  private static ScheduleReport.Problem of(Remarks.Remark remark) {
    return new ScheduleReport.Problem(
        remark.place().line(), remark.place().path(), remark.sentence());
  }
}
