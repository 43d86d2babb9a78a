package org.conferencedigest.notes.schedule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.Source;
import org.conferencedigest.notes.schedule.programme.Told;
import org.conferencedigest.notes.talk.TalkRow;

/**
 * What a file of a programme makes of a conference's talks.
 *
 * @param steps what becomes of each talk it tells of, or no longer tells of
 * @param matched how many talks of the conference are in the file
 */
record Reconciliation(List<Step> steps, int matched) {

  /** What becomes of one talk. */
  enum Change {
    ADDED,
    CHANGED,
    UNCHANGED,
    /** It stays, marked: notes are about it. */
    CANCELLED,
    /** It is cancelled, and nothing is about it. */
    REMOVED
  }

  /**
   * What becomes of a talk.
   *
   * @param row as it is to be stored; unchanged talks keep their revision
   * @param what differs, in words
   * @param origin what is to be remembered of the file; empty: nothing any more
   */
  record Step(Change change, TalkRow row, List<String> what, Optional<Known.Origin> origin) {

    boolean writesTalk() {
      return change != Change.UNCHANGED;
    }
  }

  /**
   * Compares a file with what is there.
   *
   * @param talks those of the conference, those included that were deleted by hand after an import
   * @param noted the slugs that notes cover
   */
  static Reconciliation of(
      String conference,
      Source source,
      List<Matching.Item> items,
      List<Known> talks,
      Set<String> noted,
      Remarks remarks) {
    Map<Matching.Item, Known> found = Matching.of(items, talks);
    Slugs slugs = new Slugs();
    talks.forEach(talk -> slugs.take(talk.row().slug()));
    List<Step> steps = new ArrayList<>();
    Set<Known> gone = new LinkedHashSet<>(talks);
    for (Matching.Item item : items) {
      Known talk = found.get(item);
      if (talk == null && item.told().cancelled()) {
        remarks.add(item.session().place(), "It is cancelled, and was not here: passed over.");
      } else if (talk == null) {
        steps.add(added(conference, source, item, slugs));
      } else if (!item.told().cancelled()) {
        gone.remove(talk);
        steps.add(kept(source, item, talk, remarks));
      }
    }
    gone.stream()
        .filter(talk -> source != Source.PYVIDEO && talk.isProgrammed())
        .forEach(talk -> steps.addAll(cancelled(talk, noted)));
    return new Reconciliation(steps, found.size());
  }

  private static Step added(String conference, Source source, Matching.Item item, Slugs slugs) {
    String slug = slugs.free(item.told().title());
    TalkRow row = TalkRow.create(conference, slug);
    return new Step(
        Change.ADDED,
        Merging.merge(row, null, item.told()),
        List.of(),
        Optional.of(new Known.Origin(slug, source, item.identity(), item.told())));
  }

  private static Step kept(Source source, Matching.Item item, Known talk, Remarks remarks) {
    Optional<Known.Origin> origin =
        Optional.of(new Known.Origin(talk.row().slug(), source, item.identity(), item.told()));
    if (talk.row().deleted()) {
      remarks.add(
          item.session().place(),
          "Its talk %s was deleted here, and stays so.".formatted(talk.row().slug()));
      return new Step(Change.UNCHANGED, talk.row(), List.of(), origin);
    }
    Told before = talk.origin().map(Known.Origin::told).orElse(null);
    TalkRow next = Merging.merge(talk.row(), before, item.told());
    List<String> what = Merging.differences(talk.row(), next);
    return new Step(what.isEmpty() ? Change.UNCHANGED : Change.CHANGED, next, what, origin);
  }

  private static List<Step> cancelled(Known talk, Set<String> noted) {
    TalkRow row = talk.row();
    Known.Origin from = talk.origin().orElseThrow();
    if (row.deleted()) {
      // Deleted by hand and cancelled since: nothing is left to remember.
      return List.of(new Step(Change.UNCHANGED, row, List.of(), Optional.empty()));
    }
    if (!noted.contains(row.slug())) {
      return List.of(new Step(Change.REMOVED, row, List.of(), Optional.empty()));
    }
    Known.Origin off =
        new Known.Origin(from.talk(), from.source(), from.identity(), from.told().called(true));
    return row.cancelled()
        ? List.of()
        : List.of(new Step(Change.CANCELLED, row.called(true), List.of(), Optional.of(off)));
  }
}
