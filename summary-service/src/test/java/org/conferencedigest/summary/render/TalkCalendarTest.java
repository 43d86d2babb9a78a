package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.speaker;
import static org.conferencedigest.summary.digest.Conferences.state;
import static org.conferencedigest.summary.digest.Conferences.withTalks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.UniqueElements;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TalkCalendarTest {

  private static final Review TO_WATCH =
      new Review(Verdict.WORTH_WATCHING, null, null, null, null, null);

  @Test
  void aTalkWithNotesIsAnEventAsAnotherParserReadsIt() {
    Talk talk =
        talk(
            "sorting",
            "Sorting; stones, \"quickly\"\\\nand well",
            LocalDateTime.of(2031, 5, 7, 10, 0),
            45);
    Calendar calendar =
        ical(inZone("America/Los_Angeles", withTalks(note("Sorting", "2031-05-07", ""), talk)));

    VEvent event = events(calendar).getFirst();
    assertThat(event.getUid().orElseThrow().getValue())
        .isEqualTo("pebble-2031/talks/sorting@d.example");
    assertThat(event.getSummary().getValue()).isEqualTo("Sorting; stones, \"quickly\"\\ and well");
    assertThat(event.getLocation().getValue()).isEqualTo("Hall 1");
    assertThat((Object) event.getDateTimeStart().getDate())
        .isEqualTo(OffsetDateTime.parse("2031-05-07T17:00:00Z"));
    assertThat((Object) event.getDateTimeEnd().getDate())
        .isEqualTo(OffsetDateTime.parse("2031-05-07T17:45:00Z"));
    assertThat(event.getDescription().getValue())
        .isEqualTo(
            """
            Ada Moss (Quarry)
            Recording: https://video.example.org/1
            Notes by ines: https://d.example/conferences/pebble-2031/notes/n0""");
    assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
  }

  @Test
  void timesAreThoseOfTheConferencesClocksOnThatDay() {
    Talk winter = talk("w", "Winter", LocalDateTime.of(2031, 1, 7, 10, 0), 30);
    Talk summer = talk("s", "Summer", LocalDateTime.of(2031, 7, 7, 10, 0), 30);
    assertThat(
            events(
                    ical(
                        inZone(
                            "Europe/Paris",
                            withTalks(note("N", "2031-01-07", ""), winter, summer))))
                .stream()
                .map(event -> event.getDateTimeStart().getDate().toString()))
        .containsExactly("2031-01-07T09:00Z", "2031-07-07T08:00Z");
  }

  @Test
  void aTalkWorthWatchingIsToDoWhetherItsTimeIsKnownOrNot() {
    ReviewedNote timed =
        withTalks(
            note("A", "2031-05-07", "", TO_WATCH),
            talk("a", "A", LocalDateTime.of(2031, 5, 7, 10, 0), 30));
    ReviewedNote untimed =
        withTalks(note("B", "2031-05-07", "", TO_WATCH), talk("b", "B", null, null));
    ReviewedNote watched =
        withTalks(
            note("C", "2031-05-07", "", new Review(Verdict.WATCHED, null, null, null, null, null)),
            talk("c", "C", LocalDateTime.of(2031, 5, 7, 11, 0), 30));
    Calendar calendar = ical(inZone("UTC", timed, untimed, watched));

    assertThat(events(calendar).stream().map(event -> event.getSummary().getValue()))
        .containsExactly("A", "C");
    assertThat(toDos(calendar).stream().map(toDo -> toDo.getSummary().getValue()))
        .containsExactly("Watch: A", "Watch: B");
    assertThat(toDos(calendar).getFirst().getUrl().getValue())
        .isEqualTo("https://video.example.org/1");
    assertThat(toDos(calendar).getFirst().getStatus().getValue()).isEqualTo("NEEDS-ACTION");
  }

  @Test
  void aTalkOfSeveralNotesIsOneEvent() {
    Talk talk = talk("a", "A", LocalDateTime.of(2031, 5, 7, 10, 0), 30);
    Calendar calendar =
        ical(
            inZone(
                "UTC",
                withTalks(note("One", "2031-05-07", ""), talk),
                withTalks(note("Two", "2031-05-07", "", TO_WATCH), talk)));
    assertThat(events(calendar))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getDescription().getValue()).contains("/notes/n0", "/notes/n1"));
    assertThat(toDos(calendar)).hasSize(1);
  }

  @Test
  void aNoteOfNoTalkStandsForItsOwn() {
    Calendar calendar =
        ical(
            inZone(
                "UTC",
                note("At ten", "2031-05-07T10:00:00", ""),
                note("That day", "2031-05-08", ""),
                note("Written long after", "2031-08-01T10:00:00", "", TO_WATCH)));
    assertThat(events(calendar).stream().map(e -> e.getDateTimeStart().getDate().toString()))
        .containsExactly("2031-05-07T10:00Z", "2031-05-08");
    assertThat(toDos(calendar).stream().map(toDo -> toDo.getSummary().getValue()))
        .containsExactly("Watch: Written long after");
  }

  @Test
  void aCancelledTalkSaysSoAndIsNotToWatch() {
    Talk talk = talk("a", "A", LocalDateTime.of(2031, 5, 7, 10, 0), 30);
    Talk cancelled =
        new Talk(
            talk.slug(),
            talk.title(),
            talk.kind(),
            talk.start(),
            talk.minutes(),
            talk.room(),
            null,
            null,
            true,
            talk.speakers(),
            talk.links());
    Calendar calendar =
        ical(inZone("UTC", withTalks(note("A", "2031-05-07", "", TO_WATCH), cancelled)));
    assertThat(events(calendar).getFirst().getStatus().getValue()).isEqualTo("CANCELLED");
    assertThat(toDos(calendar)).isEmpty();
  }

  @Test
  void anEmptyCalendarIsOne() {
    Calendar calendar = ical(state(null, Map.of()));
    assertThat(events(calendar)).isEmpty();
    assertThat(toDos(calendar)).isEmpty();
  }

  @Test
  void theDemonstrationOfNotesIsReadBack() {
    assertThat(events(ical(state(null, someNotes())))).isNotEmpty();
  }

  @Property(tries = 300)
  void anyTextIsFoldedWithin75OctetsAndReadBack(@ForAll @UniqueElements List<String> titles) {
    List<ReviewedNote> notes = new ArrayList<>();
    for (int i = 0; i < Math.min(5, titles.size()); i++) {
      String title = "x" + titles.get(i) + "\u8A71\uD83D\uDE00".repeat(i * 9);
      notes.add(
          withTalks(
              note("N", "2031-05-07", ""),
              talk("t" + i, title, LocalDateTime.of(2031, 5, 7, 10, i), 30)));
    }
    ConferenceState state = inZone("UTC", notes.toArray(ReviewedNote[]::new));
    byte[] bytes = bytes(state);
    assertThat(lines(bytes)).allSatisfy(line -> assertThat(line.length).isBetween(1, 75));
    assertThat(new String(bytes, UTF_8)).doesNotContain("\uFFFD?");
    assertThat(events(ical(state))).hasSize(notes.size());
  }

  /** Split at CRLF, which is the only line end. */
  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        assertThat(bytes[i - 1]).isEqualTo((byte) '\r');
        lines.add(java.util.Arrays.copyOfRange(bytes, from, i - 1));
        from = i + 1;
      }
    }
    assertThat(from).isEqualTo(bytes.length);
    // Each line is text by itself: no character is cut in two.
    lines.forEach(line -> assertThat(new String(line, UTF_8).getBytes(UTF_8)).isEqualTo(line));
    return lines;
  }

  private static ConferenceState inZone(String zone, ReviewedNote... notes) {
    Map<String, ReviewedNote> bySlug = new java.util.LinkedHashMap<>();
    for (ReviewedNote note : notes) {
      bySlug.put("n" + bySlug.size(), note);
    }
    ConferenceContent content = state(null, Map.of()).content();
    return new ConferenceState(
        "pebble-2031",
        new ConferenceContent(
            content.title(),
            LocalDate.of(2031, 5, 7),
            LocalDate.of(2031, 5, 9),
            zone,
            null,
            null,
            content.digest()),
        bySlug);
  }

  private static Talk talk(
      String slug, String title, @Nullable LocalDateTime start, @Nullable Integer minutes) {
    return new Talk(
        slug,
        title,
        TalkKind.TALK,
        start,
        minutes,
        "Hall 1",
        null,
        null,
        false,
        List.of(speaker("Ada Moss", "Quarry")),
        List.of(new TalkLink(LinkKind.RECORDING, "https://video.example.org/1", null)));
  }

  private static List<VEvent> events(Calendar calendar) {
    return components(calendar).filter(VEvent.class::isInstance).map(VEvent.class::cast).toList();
  }

  private static List<VToDo> toDos(Calendar calendar) {
    return components(calendar).filter(VToDo.class::isInstance).map(VToDo.class::cast).toList();
  }

  private static Stream<CalendarComponent> components(Calendar calendar) {
    return calendar.<CalendarComponent>getComponents().stream();
  }

  private static Calendar ical(ConferenceState state) {
    try {
      Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes(state)));
      assertThat(calendar.validate().getEntries()).isEmpty();
      return calendar;
    } catch (IOException | ParserException e) {
      throw new AssertionError(new String(bytes(state), UTF_8), e);
    }
  }

  private static byte[] bytes(ConferenceState state) {
    return Renderings.render(DigestDocument.of(state), Format.CALENDAR, "https://d.example")
        .bytes();
  }
}
