package org.conferencedigest.summary.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.reviewed;
import static org.conferencedigest.summary.digest.Conferences.section;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.speaker;
import static org.conferencedigest.summary.digest.Conferences.state;
import static org.conferencedigest.summary.digest.Conferences.talk;
import static org.conferencedigest.summary.digest.Conferences.withTalks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Slot;
import org.junit.jupiter.api.Test;

class DigestDocumentTest {

  @Test
  void byDefaultDaysFollowTheTiers() {
    DigestDocument document = DigestDocument.of(state(null, someNotes()));
    assertThat(document.sections())
        .extracting(Section::title)
        .containsExactly("tl;dr", "Wednesday, May 7", "Thursday, May 8", "Friday, May 9");
    assertThat(document.sections())
        .extracting(Section::date)
        .containsExactly(
            null, LocalDate.of(2031, 5, 7), LocalDate.of(2031, 5, 8), LocalDate.of(2031, 5, 9));
    assertThat(slugs(document))
        .containsExactly(
            List.of("sorting"),
            List.of("skipping"),
            List.of("sorting", "opening"),
            List.of("skipping", "walls"),
            List.of("plans", "closing"));
  }

  @Test
  void aNoteStandsInItsSectionElseUnderItsDayElseUnderTheDays() {
    Map<String, ReviewedNote> notes = someNotes();
    notes.put("hallway", note("Hallway", "2031-05-07", "", section("corridor")));
    notes.put("lost", note("Lost", "2031-05-07", "", section("no-such-section")));
    DigestDocument document =
        DigestDocument.of(
            state(
                """
                # First day
                <!-- digest:entries wed date="2031-05-07" -->

                ## Corridor
                <!-- digest:entries corridor -->

                <!-- digest:entry walls -->
                <!-- digest:entry walls -->

                <!-- digest:entries corridor -->
                """,
                notes));
    assertThat(slugs(document))
        .containsExactly(
            List.of("sorting", "opening"),
            List.of("hallway"),
            List.of("walls"),
            List.of(),
            List.of(),
            List.of("lost"),
            List.of("skipping"),
            List.of("plans", "closing"));
    assertThat(document.sections())
        .extracting(Section::title)
        .containsExactly(
            "First day", "Corridor", "Wednesday, May 7", "Thursday, May 8", "Friday, May 9");
  }

  @Test
  void aSectionThatIsADateMeansThatDay() {
    Map<String, ReviewedNote> notes =
        Map.of("late", note("Late", "2031-05-08T00:30:00", "", section("2031-05-07")));
    DigestDocument document = DigestDocument.of(state(null, notes));
    assertThat(document.sections()).extracting(Section::title).containsExactly("Wednesday, May 7");
  }

  @Test
  void daysAreCountedInTheZoneOfTheConference() {
    Map<String, ReviewedNote> notes =
        Map.of(
            "a", note("A", "2031-05-07T23:30:00Z", ""),
            "b", note("B", "2031-05-07T23:30:00", ""),
            "c", note("C", "not a date", ""));
    DigestDocument document = DigestDocument.of(state(null, notes));
    assertThat(document.sections())
        .extracting(Section::title)
        .containsExactly("Wednesday, May 7", "Thursday, May 8", "Other notes");
    assertThat(slugs(document)).containsExactly(List.of("b"), List.of("a"), List.of("c"));
  }

  @Test
  void daysOfSeveralYearsSayWhich() {
    Map<String, ReviewedNote> notes =
        Map.of("a", note("A", "2030-12-31", ""), "b", note("B", "2031-01-01", ""));
    assertThat(DigestDocument.of(state(null, notes)).sections())
        .extracting(Section::title)
        .containsExactly("Tuesday, December 31, 2030", "Wednesday, January 1, 2031");
  }

  @Test
  void tiersFollowRankThenTheDocument() {
    Map<String, ReviewedNote> notes = someNotes();
    notes.replaceAll((slug, note) -> reviewed(note, review -> best(review, null)));
    notes.computeIfPresent("closing", (slug, note) -> reviewed(note, review -> best(review, 1)));
    DigestDocument document =
        DigestDocument.of(
            state("<!-- digest:tier best -->\n\n<!-- digest:entry plans -->\n", notes));
    assertThat(slugs(document).getFirst())
        .containsExactly("closing", "plans", "sorting", "opening", "skipping", "walls");
  }

  private static Review best(Review review, @org.jspecify.annotations.Nullable Integer rank) {
    return new Review(
        Verdict.BEST, review.entry(), null, review.section(), review.position(), rank);
  }

  @Test
  void anUnlistedNoteIsRecommendedByItsOwnWordsOnly() {
    Review silent = new Review(Verdict.BEST, null, null, Review.UNLISTED, null, null);
    Review outspoken = new Review(Verdict.BEST, null, "[B](note:b)!", Review.UNLISTED, null, null);
    DigestDocument document =
        DigestDocument.of(
            state(
                null,
                Map.of(
                    "a", note("A", "2031-05-07", "", silent),
                    "b", note("B", "2031-05-07", "", outspoken))));
    assertThat(slugs(document)).containsExactly(List.of("b"));
    assertThat(document.notes()).hasSize(2);
  }

  @Test
  void composesAnEntryOfTitleSpeakersAndFirstParagraph() {
    ReviewedNote note =
        withTalks(
            note(
                "Stones [and] *sticks*",
                "2031-05-07",
                """

                ## Heading

                ![](picture.png)

                {{< figure src="x.png" >}}

                What they *are*, see [a page][1] and more.[^n]
                Second line.

                <!--more-->

                Rest.

                [1]: https://a.example/x
                [^n]: A footnote.
                """,
                Review.NONE),
            talk(
                "Stones",
                speaker("Ada Moss", "Quarry"),
                speaker("Bo_Flint", "Quarry"),
                speaker("Cy *", null)));
    DigestDocument document = DigestDocument.of(state(null, Map.of("stones", note)));
    assertThat(document.note("stones").orElseThrow().entry().markdown())
        .isEqualTo(
            "[Stones \\[and\\] \\*sticks\\*](note:stones) by Ada Moss and Bo_Flint (Quarry) and Cy"
                + " \\*: What they *are*, see [a page](<https://a.example/x>) and more.\nSecond"
                + " line.");
    assertThat(document.note("stones").orElseThrow().recommendation().markdown())
        .isEqualTo("[Stones \\[and\\] \\*sticks\\*](note:stones)");
  }

  @Test
  void namesTheFirstOfManySpeakers() {
    ReviewedNote note =
        withTalks(
            note("Panel", "2031-05-07", "", Review.NONE),
            talk("One", speaker("A", null), speaker("B", null), speaker("C", null)),
            talk("Two", speaker("A", null), speaker("D", null), speaker("E", "X")),
            talk("Three", speaker("F", "X"), speaker("G", null)));
    DigestDocument document = DigestDocument.of(state(null, Map.of("panel", note)));
    assertThat(document.note("panel").orElseThrow().entry().markdown())
        .isEqualTo("[Panel](note:panel) by A, B, C, D, E (X) and 2 others");
  }

  @Test
  void sharesWhatDidNotChange() {
    ConferenceState before = state(null, someNotes());
    DigestDocument first = DigestDocument.of(before);
    DigestDocument second =
        DigestDocument.of(
            Conferences.with(before, "walls", note("Walls", "2031-05-08", "New words.")), first);
    assertThat(second.note("plans").orElseThrow()).isSameAs(first.note("plans").orElseThrow());
    assertThat(second.note("walls").orElseThrow()).isNotSameAs(first.note("walls").orElseThrow());
    assertThat(second.frame()).isSameAs(first.frame());
  }

  @Test
  void hasAnyTextOfAnyone() {
    Map<String, ReviewedNote> notes = Map.of("a", note("", "", ""));
    for (String outline :
        List.of("", "\n", "\r\n", "<!-- digest:days -->", "<!-- digest:summary -->", "#", "x")) {
      DigestDocument document = DigestDocument.of(state(outline, notes));
      assertThat(slugs(document).stream().flatMap(List::stream)).containsExactly("a");
    }
  }

  private static List<List<String>> slugs(DigestDocument document) {
    return document.slots().stream()
        .filter(
            filled ->
                !(filled.slot() instanceof Slot.Summary
                    || filled.slot() instanceof Slot.Tiers
                    || filled.slot() instanceof Slot.Days))
        .map(filled -> filled.notes().stream().map(DigestNote::slug).toList())
        .toList();
  }
}
