package org.conferencedigest.notes.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A programme that is imported again: only what it tells otherwise than before is changed. */
class ReimportTest {

  private static final Service SERVICE = Service.start();
  private static final Importing IMPORTING = new Importing(SERVICE);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static String programme(String... events) {
    return """
        <schedule>
          <conference><title>Kelp Days</title><time_zone_name>Europe/Lisbon</time_zone_name></conference>
          <day date="2031-05-06"><room name="Hall">%s</room></day>
        </schedule>
        """
        .formatted(String.join("\n", events));
  }

  private static String event(String known, String start, String title, String more) {
    return "<event %s><start>%s</start><duration>0:30</duration><title>%s</title>%s</event>"
        .formatted(known, start, title, more);
  }

  private static String event(String known, String start, String title) {
    return event(known, start, title, "");
  }

  private void note(String conference, String note, String talk) {
    SERVICE
        .put(
            "/" + conference + "/notes/" + note,
            ANN,
            "{\"title\": \"N\", \"body\": \"\", \"talks\": [\"%s\"]}".formatted(talk))
        .is(201);
  }

  private static Object at(Answer answer, Object... path) {
    return Objects.requireNonNull(answer.at(path));
  }

  @Test
  void addsMovesRetitlesAndCancels() {
    IMPORTING
        .send(
            "all",
            programme(
                event("guid='a'", "09:00", "Stays"),
                event("guid='b'", "10:00", "Moves"),
                event("guid='c'", "11:00", "Old title"),
                event("guid='d'", "12:00", "Noted and cancelled"),
                event("guid='e'", "13:00", "Cancelled"),
                event("guid='f'", "14:00", "Drafted and cancelled")))
        .is(200);
    note("all", "on-moves", "moves");
    note("all", "on-cancelled", "noted-and-cancelled");
    note("all", "on-stays", "stays");
    SERVICE
        .put(
            "/all/notes/draft",
            ANN,
            """
            {"title": "N", "body": "", "state": "draft", "talks": ["drafted-and-cancelled"]}""")
        .is(201);
    int before = IMPORTING.events("all").size();

    Answer report =
        IMPORTING
            .send(
                "all",
                programme(
                    event("guid='a'", "09:00", "Stays"),
                    event("guid='b'", "15:00", "Moves"),
                    event("guid='c'", "11:00", "New title"),
                    event("guid='g'", "16:00", "New")))
            .is(200);

    assertThat(Importing.counts(report)).containsExactly(1, 2, 1, 3);
    assertThat(report.each("talks", "change"))
        .containsExactlyInAnyOrder(
            "changed", "changed", "added", "cancelled", "removed", "cancelled");
    assertThat(report.each("talks", "what")).contains("[start]", "[title]");
    Map<String, Map<?, ?>> talks = IMPORTING.talks("all");
    assertThat(talks.keySet())
        .containsExactlyInAnyOrder(
            "stays", "moves", "old-title", "noted-and-cancelled", "drafted-and-cancelled", "new");
    assertThat(at(SERVICE.get("/all/talks/moves", NOBODY), "start"))
        .isEqualTo("2031-05-06T15:00:00");
    assertThat(at(SERVICE.get("/all/talks/old-title", NOBODY), "title")).isEqualTo("New title");
    assertThat(at(SERVICE.get("/all/talks/noted-and-cancelled", NOBODY), "cancelled"))
        .isEqualTo(true);
    List<String> events = IMPORTING.events("all");
    assertThat(events.subList(before, events.size()))
        .containsExactly("all/on-cancelled", "all/on-moves");
    assertThat(Stored.events(SERVICE.database()).getLast().body()).contains("2031-05-06T15:00");
    assertThat(report.after()).containsEntry("notes/on-moves", 2L);
  }

  @Test
  void bringsBackWhatWasCancelled() {
    String both = programme(event("guid='a'", "09:00", "One"), event("guid='b'", "10:00", "Two"));
    IMPORTING.send("back", both).is(200);
    note("back", "on-one", "one");
    IMPORTING.send("back", programme(event("guid='c'", "09:00", "Three"))).is(200);

    Answer report = IMPORTING.send("back", both).is(200);

    assertThat(Importing.counts(report)).containsExactly(1, 1, 0, 1);
    assertThat(IMPORTING.talks("back").keySet()).containsExactly("one", "two");
    assertThat(at(SERVICE.get("/back/talks/one", NOBODY), "cancelled")).isEqualTo(false);
  }

  @Test
  void changesNothingTwiceWhateverPeopleChangedMeanwhile() {
    String file =
        programme(
            event(
                "guid='a'", "09:00", "Edited", "<links><link href='https://a.example/'/></links>"),
            event("guid='b'", "10:00", "Deleted"));
    IMPORTING.send("hand", file).is(200);
    Answer edited =
        SERVICE.put(
            "/hand/talks/edited",
            EDITOR,
            """
            {"title": "Edited by hand", "start": "2031-05-06T09:15:00", "room": "Hall", "minutes": 30,
             "links": [{"kind": "recording", "url": "https://film.example/"}]}""");
    SERVICE.delete("/hand/talks/deleted", EDITOR).is(204);

    Answer again = IMPORTING.send("hand", file).is(200);

    assertThat(Importing.counts(again)).containsExactly(0, 0, 2, 0);
    assertThat(Importing.sentences(again)).anyMatch(sentence -> sentence.contains("was deleted"));
    assertThat(SERVICE.get("/hand/talks/edited", NOBODY).text()).isEqualTo(edited.text());
    SERVICE.get("/hand/talks/deleted", NOBODY).isProblem(404);
    Answer later =
        IMPORTING.send("hand", file.replace("09:00", "17:00").replace("a.example", "b.example"));
    assertThat(Importing.counts(later.is(200))).containsExactly(0, 1, 1, 0);
    Answer merged = SERVICE.get("/hand/talks/edited", NOBODY);
    assertThat(at(merged, "title")).isEqualTo("Edited by hand");
    assertThat(at(merged, "start")).isEqualTo("2031-05-06T17:00:00");
    assertThat(merged.each("links", "url"))
        .containsExactly("https://b.example/", "https://film.example/");
  }

  @Test
  void findsATalkByIdCodeSlugAndWords() {
    IMPORTING
        .send(
            "match",
            programme(
                event("guid='1' id='10'", "09:00", "By id"),
                event("guid='2' code='XYZ'", "10:00", "By code"),
                event("guid='3'", "11:00", "By slug", "<slug>kelp_slug</slug>"),
                event("guid='4'", "12:00", "By: Words"),
                event("", "13:00", "By title alone")))
        .is(200);

    Answer report =
        IMPORTING
            .send(
                "match",
                programme(
                    event("guid='9' id='10'", "19:00", "By id, later"),
                    event("guid='8' code='XYZ'", "10:00", "By code, retitled"),
                    event("guid='7'", "11:30", "By slug, retitled", "<slug>kelp_slug</slug>"),
                    event("guid='6'", "12:00", "By words"),
                    event("", "18:00", "By title alone")))
            .is(200);

    assertThat(Importing.counts(report)).containsExactly(0, 5, 0, 0);
    assertThat(IMPORTING.talks("match").keySet())
        .containsExactlyInAnyOrder("by-id", "by-code", "by-slug", "by-words", "by-title-alone");
  }

  @Test
  void takesATalkThatWasWrittenByHandForItsOwn() {
    SERVICE.put("/adopt", EDITOR, "{\"title\": \"Mine\", \"timeZone\": \"Europe/Paris\"}").is(201);
    SERVICE
        .put(
            "/adopt/talks/kelp",
            EDITOR,
            """
            {"title": "Kelp", "start": "2031-05-06T10:00:00", "track": "Mine",
             "links": [{"kind": "slides", "url": "https://s.example/"}]}""")
        .is(201);
    SERVICE.put("/adopt/talks/lunch", EDITOR, "{\"title\": \"Lunch\"}").is(201);

    Answer report = IMPORTING.send("adopt", programme(event("guid='a'", "09:00", "Kelp"))).is(200);

    assertThat(Importing.counts(report)).containsExactly(0, 1, 0, 0);
    assertThat(Importing.sentences(report)).anyMatch(sentence -> sentence.contains("converted"));
    Answer kelp = SERVICE.get("/adopt/talks/kelp", NOBODY);
    assertThat(at(kelp, "start")).isEqualTo("2031-05-06T10:00:00");
    assertThat(at(kelp, "room")).isEqualTo("Hall");
    assertThat(at(kelp, "track")).isEqualTo("Mine");
    assertThat(kelp.each("links", "url")).containsExactly("https://s.example/");
    SERVICE.get("/adopt/talks/lunch", NOBODY).is(200);
    assertThat(at(SERVICE.get("/adopt", NOBODY), "title")).isEqualTo("Mine");
  }

  @Test
  void onlyReportsOnADryRun() {
    String file = programme(event("guid='a'", "09:00", "Kelp"));

    Answer dry = IMPORTING.send("dry", file, "?dryRun=true").is(200);

    assertThat(Importing.counts(dry)).containsExactly(1, 0, 0, 0);
    assertThat(at(dry, "outcome")).isEqualTo("created");
    assertThat(at(dry, "dryRun")).isEqualTo(true);
    SERVICE.get("/dry", NOBODY).isProblem(404);
    assertThat(IMPORTING.events("dry")).isEmpty();
    IMPORTING.send("dry", file).is(200);
    note("dry", "on-kelp", "kelp");
    int events = IMPORTING.events("dry").size();
    Answer later = IMPORTING.send("dry", file.replace("09:00", "10:00"), "?dryRun=true").is(200);
    assertThat(Importing.counts(later)).containsExactly(0, 1, 0, 0);
    assertThat(at(SERVICE.get("/dry/talks/kelp", NOBODY), "start"))
        .isEqualTo("2031-05-06T09:00:00");
    assertThat(IMPORTING.events("dry")).hasSize(events);
  }

  @Test
  void doesNotTakeAnotherConferencesProgrammeByMistake() {
    String ours =
        programme(
            IntStream.range(0, 12)
                .mapToObj(i -> event("guid='%d'".formatted(i), "09:00", "Ours " + i))
                .toArray(String[]::new));
    String theirs = programme(event("guid='x'", "10:00", "Theirs"));
    IMPORTING.send("wrong", ours).is(200);

    IMPORTING.send("wrong", theirs).isProblem(409);

    assertThat(IMPORTING.talks("wrong")).hasSize(12);
    Answer replaced = IMPORTING.send("wrong", theirs, "?replace=true").is(200);
    assertThat(Importing.counts(replaced)).containsExactly(1, 0, 0, 12);
  }

  @Test
  void forgetsWithTheConference() {
    String file = programme(event("guid='a'", "09:00", "Kelp"));
    IMPORTING.send("gone", file).is(200);
    SERVICE.delete("/gone", EDITOR).is(204);

    Answer report = IMPORTING.send("gone", file).is(200);

    assertThat(Importing.counts(report)).containsExactly(1, 0, 0, 0);
    assertThat(IMPORTING.talks("gone").keySet()).containsExactly("kelp");
  }

  @Test
  void givesEachNoteOneEventHoweverManyOfItsTalksChange() {
    String file = programme(event("guid='a'", "09:00", "One"), event("guid='b'", "10:00", "Two"));
    IMPORTING.send("once", file).is(200);
    SERVICE
        .put(
            "/once/notes/both",
            ANN,
            "{\"title\": \"N\", \"body\": \"\", \"talks\": [\"one\", \"two\"]}")
        .is(201);
    int before = IMPORTING.events("once").size();

    IMPORTING.send("once", file.replace("Hall", "Bay")).is(200);

    assertThat(IMPORTING.events("once").stream().skip(before).collect(Collectors.toList()))
        .containsExactly("once/both");
  }
}
