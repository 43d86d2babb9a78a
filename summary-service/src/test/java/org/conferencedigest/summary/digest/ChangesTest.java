package org.conferencedigest.summary.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.events.DigestChange.Kind.ADDED;
import static org.conferencedigest.events.DigestChange.Kind.CHANGED;
import static org.conferencedigest.events.DigestChange.Kind.MOVED;
import static org.conferencedigest.events.DigestChange.Kind.REMOVED;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.reviewed;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.state;
import static org.conferencedigest.summary.digest.Conferences.with;
import static org.conferencedigest.summary.digest.Conferences.without;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Verdict;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private final ConferenceState before = state(null, someNotes());

  @Test
  void nothingChangedIsNoChange() {
    assertThat(changesTo(state(null, someNotes()))).isEmpty();
  }

  @Test
  void tellsWhatWasAddedAndRemoved() {
    ConferenceState now = with(without(before, "closing"), "new", note("New", "2031-05-08", "x"));
    assertThat(changesTo(now))
        .containsExactly(new DigestChange(ADDED, "new"), new DigestChange(REMOVED, "closing"));
  }

  @Test
  void tellsWhoseWordsChanged() {
    ConferenceState now =
        with(before, "walls", note("Dry walls", "2031-05-08T22:30:00Z", "Other."));
    assertThat(changesTo(now)).containsExactly(new DigestChange(CHANGED, "walls"));
  }

  @Test
  void aPageThatIsNotShownMayChange() {
    ReviewedNote walls = published("walls");
    ConferenceState now =
        with(before, "walls", note(walls.title(), walls.date(), "\nOther\n", walls.review()));
    assertThat(changesTo(now)).isEmpty();
  }

  @Test
  void aLinkThatComesAliveIsAChangeOfWhatHasIt() {
    ConferenceState now = with(before, "not-yet", note("Now", "2031-05-07T08:00:00", "Now."));
    assertThat(changesTo(now))
        .containsExactlyInAnyOrder(
            new DigestChange(ADDED, "not-yet"), new DigestChange(CHANGED, "plans"));
  }

  @Test
  void proseAndSettingsAreNobodys() {
    ConferenceState own =
        state("Hello [there](note:not-yet).\n\n<!-- digest:days -->\n", someNotes());
    assertThat(changesTo(own)).contains(new DigestChange(CHANGED, null));
    ConferenceState now = with(own, "not-yet", note("Now", "2031-05-07T08:00:00", "Now."));
    assertThat(DigestDocument.of(now).changesSince(DigestDocument.of(own)))
        .startsWith(new DigestChange(CHANGED, null))
        .contains(new DigestChange(CHANGED, "plans"), new DigestChange(ADDED, "not-yet"));
  }

  @Test
  void onlyWhatWasMovedHasMoved() {
    Map<String, ReviewedNote> notes = new LinkedHashMap<>();
    for (String slug : List.of("a", "b", "c", "d", "e")) {
      notes.put(slug, at(slug.charAt(0) - 'a', slug));
    }
    ConferenceState lined = state(null, notes);
    ConferenceState now = with(lined, "d", at(0, "d"));
    List<DigestChange> changes = DigestDocument.of(now).changesSince(DigestDocument.of(lined));
    assertThat(changes).containsExactly(new DigestChange(MOVED, "d"));
  }

  private static ReviewedNote at(int position, String title) {
    return reviewed(
        note(title, "2031-05-07", "Words."),
        review -> new Review(null, "Words.", null, null, position, null));
  }

  @Test
  void aNewVerdictChangesAndMoves() {
    ConferenceState now =
        with(
            before,
            "skipping",
            reviewed(
                published("skipping"),
                review -> new Review(Verdict.BEST, null, null, null, null, null)));
    assertThat(changesTo(now))
        .containsExactly(
            new DigestChange(CHANGED, "skipping"), new DigestChange(MOVED, "skipping"));
  }

  private ReviewedNote published(String slug) {
    return Objects.requireNonNull(before.published().get(slug));
  }

  private List<DigestChange> changesTo(ConferenceState now) {
    DigestDocument first = DigestDocument.of(before);
    List<DigestChange> fresh = DigestDocument.of(now).changesSince(first);
    assertThat(DigestDocument.of(now, first).changesSince(first)).isEqualTo(fresh);
    return fresh;
  }
}
