package org.conferencedigest.notes.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.NOBODY;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What real files have and no specification allows: handled, and told, and nothing is lost. */
class DirtTest {

  private static final Service SERVICE = Service.start();
  private static final Importing IMPORTING = new Importing(SERVICE);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static String xml(String days) {
    return """
        <?xml version="1.0"?>
        <schedule>
          <conference>
            <title>Kelp Days</title><start>2031-05-06</start><end>2031-05-07</end>
            <day_change>05:00</day_change><base_url>https://kelp.example/2031/</base_url>
            <time_zone_name>Europe/Lisbon</time_zone_name>
          </conference>
        """
        + days
        + "</schedule>";
  }

  private static Object of(Map<String, Map<?, ?>> talks, String slug, String name) {
    Map<?, ?> talk = talks.get(slug);
    assertThat(talk).as(slug + " of " + talks.keySet()).isNotNull();
    return String.valueOf(Objects.requireNonNull(talk).get(name));
  }

  @Test
  void saysThatNoTalkWasFoundWhereADialectIsUnknown() {
    String unknown = "<day date=\"2031-05-06\"><entry id=\"1\"><title>Tides</title></entry></day>";

    Answer report = IMPORTING.send("dialect", xml(unknown)).is(200);

    assertThat(Importing.counts(report)).containsExactly(0, 0, 0, 0);
    assertThat(Importing.sentences(report))
        .singleElement()
        .asString()
        .startsWith("No talk was found in it.");
  }

  @Test
  void doesWithoutRoomsPersonsGuidsAndIds() {
    Answer report =
        IMPORTING
            .send(
                "bare",
                xml(
                    """
                    <day date="2031-05-06">
                      <event><start>9:30</start><duration>1:05</duration><title>Tides</title></event>
                      <room name="Hall"><event><start>11:00</start><duration>00:45:00</duration>
                        <title>Currents</title></event></room>
                    </day>
                    """))
            .is(200);

    assertThat(Importing.counts(report)).containsExactly(2, 0, 0, 0);
    assertThat(report.at("problems")).isEqualTo(List.of());
    Map<String, Map<?, ?>> talks = IMPORTING.talks("bare");
    assertThat(of(talks, "tides", "start")).isEqualTo("2031-05-06T09:30:00");
    assertThat(of(talks, "tides", "minutes")).isEqualTo("65");
    assertThat(of(talks, "tides", "room")).isEqualTo("null");
    assertThat(of(talks, "tides", "speakers")).isEqualTo("[]");
    assertThat(of(talks, "currents", "room")).isEqualTo("Hall");
    assertThat(of(talks, "currents", "minutes")).isEqualTo("45");
  }

  @Test
  void putsWhatBeginsAfterMidnightOnTheNextDayOfTheCalendar() {
    IMPORTING
        .send(
            "night",
            xml(
                """
                <day date="2031-05-06"><room name="Bar">
                  <event guid="a"><start>23:30</start><title>Late</title></event>
                  <event guid="b"><start>00:30</start><title>Later</title></event>
                  <event guid="c"><start>05:00</start><title>Early</title></event>
                </room></day>
                """))
        .is(200);

    Map<String, Map<?, ?>> talks = IMPORTING.talks("night");
    assertThat(of(talks, "late", "start")).isEqualTo("2031-05-06T23:30:00");
    assertThat(of(talks, "later", "start")).isEqualTo("2031-05-07T00:30:00");
    assertThat(of(talks, "early", "start")).isEqualTo("2031-05-06T05:00:00");
    assertThat(SERVICE.get("/night", NOBODY).at("endDate")).isEqualTo("2031-05-07");
  }

  @Test
  void tellsApartWhatHasTheSameGuidOrId() {
    String file =
        xml(
            """
            <day date="2031-05-06"><room name="Hall">
              <event guid="same" id="1"><start>09:00</start><title>One</title></event>
              <event guid="same" id="2"><start>10:00</start><title>Two</title></event>
              <event guid="other" id="3"><start>11:00</start><title>Three</title></event>
              <event guid="another" id="3"><start>12:00</start><title>Four</title></event>
              <event guid="another" id="3"><start>12:00</start><title>Four</title></event>
            </room></day>
            """);

    Answer report = IMPORTING.send("twins", file).is(200);

    assertThat(Importing.counts(report)).containsExactly(4, 0, 0, 0);
    assertThat(Importing.sentences(report))
        .anyMatch(sentence -> sentence.startsWith("Its GUID is also that of the one in line"))
        .anyMatch(sentence -> sentence.startsWith("Its id is also that of"))
        .anyMatch(sentence -> sentence.startsWith("It is the same as the one in line"));
    assertThat(report.each("problems", "line")).doesNotContain("null");
    String later = file.replace("<title>Two</title>", "<title>Two, and more</title>");
    assertThat(Importing.counts(IMPORTING.send("twins", later).is(200)))
        .containsExactly(0, 1, 3, 0);
  }

  @Test
  void keepsWhatALinkLeadsTo() {
    Answer report =
        IMPORTING
            .send(
                "links",
                xml(
                    """
                    <day date="2031-05-06"><room name="Hall"><event id="1">
                      <start>09:00</start><title>Links</title>
                      <links>
                        <link>no address</link>
                        <link href="hhttps://typo.example/">typo</link>
                        <link href="javascript:alert(1)">script</link>
                        <link href="https://chat.example/#/room/#kelp:example">Chat room</link>
                        <link href="slides/kelp day.pdf">Slides</link>
                        <link href="https://code.example/">Source code</link>
                        <link href="https://www.youtube.com/watch?v=k">film</link>
                        <link href="www.kelp.example">https://</link>
                      </links>
                    </event></room></day>
                    """))
            .is(200);

    assertThat(Importing.sentences(report))
        .containsExactly(
            "A link without an address was passed over: no address",
            "A link was passed over, since it is no web address: hhttps://typo.example/",
            "A link was passed over, since it is no web address: javascript:alert(1)");
    List<Map<?, ?>> links = Importing.each(IMPORTING.talks("links"), "links");
    assertThat(links.stream().map(link -> link.get("kind") + " " + link.get("url")))
        .containsExactly(
            "other https://chat.example/#/room/%23kelp:example",
            "slides https://kelp.example/2031/slides/kelp%20day.pdf",
            "code https://code.example/",
            "recording https://www.youtube.com/watch?v=k",
            "other https://www.kelp.example");
    assertThat(links.getLast().get("label")).isNull();
  }

  @Test
  void makesMarkdownOfAbstractsInHtml() {
    IMPORTING
        .send(
            "html",
            xml(
                """
                <day date="2031-05-06"><room name="Hall"><event id="1">
                  <start>09:00</start><title>Q&amp;amp;A</title><subtitle>All of it</subtitle>
                  <abstract>&lt;p&gt;Kelp &lt;em&gt;grows &lt;/em&gt;fast&amp;nbsp;&amp;amp; far, see
                  &lt;a href="/more"&gt;more&lt;/a&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;
                  &lt;ul&gt;&lt;li&gt;one&lt;/li&gt;&lt;li&gt;&lt;p&gt;two&lt;/p&gt;&lt;/li&gt;&lt;/ul&gt;
                  &lt;h2&gt;Then&lt;/h2&gt;a*b&lt;br/&gt;c</abstract>
                </event></room></day>
                """))
        .is(200);

    Map<String, Map<?, ?>> talks = IMPORTING.talks("html");
    assertThat(of(talks, "q-a", "title")).isEqualTo("Q&A");
    assertThat(of(talks, "q-a", "abstract"))
        .isEqualTo(
            """
            *All of it*

            Kelp *grows* fast \\& far, see [more](https://kelp.example/more).

            - one
            - two

            #### Then

            a\\*b\s\s
            c""");
  }

  @Test
  void readsSpeakersAsTheyAreWritten() {
    IMPORTING
        .send(
            "speakers",
            xml(
                """
                <day date="2031-05-06"><room name="Hall"><event id="1">
                  <start>09:00</start><title>Panel by Bo Li</title>
                  <persons>
                    <person>Bo Li (Reef Inc.)</person>
                    <person>Amy  Bloom, head diver, Kelp Co</person>
                    <person>Cy Dee, PhD, biologist at the Institute</person>
                    <person>Di Moss ("dimo")</person>
                    <person>Ed Fern (he/him)</person>
                    <person>jinxx</person>
                    <person> </person>
                  </persons>
                </event></room></day>
                """))
        .is(200);

    Map<String, Map<?, ?>> talks = IMPORTING.talks("speakers");
    assertThat(talks.keySet()).containsExactly("panel");
    assertThat(
            Importing.each(talks, "speakers").stream()
                .map(
                    speaker ->
                        "%s | %s | %s | %s"
                            .formatted(
                                speaker.get("name"),
                                speaker.get("role"),
                                speaker.get("affiliation"),
                                speaker.get("text"))))
        .containsExactly(
            "Bo Li | null | Reef Inc. | Bo Li (Reef Inc.)",
            "Amy Bloom | head diver | Kelp Co | Amy Bloom, head diver, Kelp Co",
            "Cy Dee, PhD | biologist | the Institute | Cy Dee, PhD, biologist at the Institute",
            "Di Moss (\"dimo\") | null | null | Di Moss (\"dimo\")",
            "Ed Fern (he/him) | null | null | Ed Fern (he/him)",
            "jinxx | null | null | jinxx");
  }

  @Test
  void readsJsonWithCommentsAndNulls() {
    Answer report =
        IMPORTING
            .send(
                "json",
                """
                // exported by hand
                /* twice */
                {"schedule": {"version": null, "base_url": "https://kelp.example/",
                  "conference": {"title": "Kelp", "time_zone_name": "Europe/Lisbon", "days": [
                    {"index": 1, "date": "2031-05-06", "rooms": {"Hall": [
                      {"id": 7, "guid": null, "title": "Nulls", "language": null, "track": null,
                       "date": "2031-05-06T10:00:00+01:00", "start": "10:00", "duration": "0:30",
                       "type": "Workshop (2h)", "abstract": null, "persons": null, "links": null,},
                      "nothing"
                    ]}},
                    {"date": "2031-05-07", "rooms": [{"name": "Bay", "events": [
                      {"title": {"de": "Tang", "en": "Kelp"}, "start": "10:00", "persons": ["Bo Li"],
                       "date": "2031-05-07T09:00:00+00:00"}]}]},
                    {"date": "2031-05-08", "events": [{"title": "Open", "start": "10:00"}]}
                  ]}}}
                """)
            .is(200);

    assertThat(Importing.counts(report)).containsExactly(3, 0, 0, 0);
    assertThat(Importing.sentences(report)).containsExactly("It is no event, and was passed over.");
    assertThat(report.each("problems", "path"))
        .containsExactly("/schedule/conference/days/0/rooms/Hall/1");
    Map<String, Map<?, ?>> talks = IMPORTING.talks("json");
    assertThat(of(talks, "nulls", "kind")).isEqualTo("workshop");
    assertThat(of(talks, "kelp", "start")).isEqualTo("2031-05-07T10:00:00");
    assertThat(of(talks, "kelp", "room")).isEqualTo("Bay");
    assertThat(of(talks, "open", "start")).isEqualTo("2031-05-08T10:00:00");
  }

  @Test
  void readsTheHubsVersion() {
    IMPORTING
        .send(
            "hub",
            """
            {"schedule": {"version": "2", "base_url": "https://hub.example/",
              "conference": {"acronym": "kelp", "title": "Kelp", "time_zone_name": "Europe/Lisbon",
                "start": "2031-05-06T08:00:00+00:00", "end": "2031-05-07T20:00:00+00:00",
                "tracks": [{"slug": "sea", "name": "The Sea"}],
                "rooms": [{"guid": "r1", "name": "Hall"}], "days": []},
              "events": [
                {"guid": "g1", "title": "Waves", "start": "2031-05-06T10:00:00+00:00",
                 "end": "2031-05-06T10:40:00+00:00", "room": {"guid": "r1"}, "track": {"slug": "sea"},
                 "participants": [{"guid": "p1", "name": "Bo Li", "role": "speaker"},
                                  {"name": "Amy Bloom", "role": "moderator"}],
                 "links": [{"url": "https://waves.example/", "title": "Waves"}],
                 "attachments": [{"type": "slides", "url": "https://waves.example/1.pdf"}],
                 "feedback": {"url": "https://hub.example/feedback"}, "url": "/event/waves/"}],
              "persons": [{"guid": "p1", "name": "Bo Li", "url": "https://hub.example/bo"}]}}
            """)
        .is(200);

    Map<String, Map<?, ?>> talks = IMPORTING.talks("hub");
    assertThat(of(talks, "waves", "start")).isEqualTo("2031-05-06T11:00:00");
    assertThat(of(talks, "waves", "minutes")).isEqualTo("40");
    assertThat(of(talks, "waves", "room")).isEqualTo("Hall");
    assertThat(of(talks, "waves", "track")).isEqualTo("The Sea");
    assertThat(
            Importing.each(talks, "speakers").stream()
                .map(s -> s.get("role") + " " + s.get("link")))
        .containsExactly("null https://hub.example/bo", "moderator null");
    assertThat(Importing.each(talks, "links").stream().map(l -> l.get("kind") + " " + l.get("url")))
        .containsExactly(
            "other https://waves.example/",
            "slides https://waves.example/1.pdf",
            "other https://hub.example/event/waves/",
            "other https://hub.example/feedback");
  }

  @Test
  void readsCalendarsAsTheyCome() {
    Answer report =
        IMPORTING
            .send(
                "ics",
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                X-WR-CALNAME:Kelp Days
                X-WR-TIMEZONE:Europe/Lisbon
                BEGIN:VEVENT
                SUMMARY:No stamp
                METHOD:PUBLISH
                UID:1@kelp
                DTSTART;TZID="Europe/Berlin":20310506T110000
                DTEND:20310506T093000Z
                DESCRIPTION:Speakers: Bo Li\\, Amy Bloom and Cy Dee\\nAll of\\, it
                 , folded.
                LOCATION:Hall\\, upstairs
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:Same UID
                UID:1@kelp
                DTSTART:20310506T100000Z
                DURATION:PT45M
                DESCRIPTION:a line
                that is broken
                END:VEVENT
                BEGIN:VEVENT
                UID:3@kelp
                SUMMARY:All day
                DTSTART;VALUE=DATE:20310507
                END:VEVENT
                BEGIN:VEVENT
                UID:4@kelp
                SUMMARY:Off
                STATUS:CANCELLED
                DTSTART:20310506T100000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:5@kelp
                SUMMARY:Never ends
                DTSTART;TZID=Nowhere/Land:20310506T180000
                RRULE:FREQ=DAILY
                BEGIN:VALARM
                DESCRIPTION:not this
                END:VALARM
                END:VCALENDAR
                """)
            .is(200);

    assertThat(Importing.counts(report)).containsExactly(4, 0, 0, 0);
    assertThat(Importing.sentences(report))
        .anyMatch(sentence -> sentence.contains("METHOD"))
        .anyMatch(sentence -> sentence.startsWith("Its GUID is also"))
        .anyMatch(sentence -> sentence.contains("is no property: it was added"))
        .anyMatch(sentence -> sentence.contains("is cancelled"))
        .anyMatch(sentence -> sentence.contains("There is no time zone Nowhere/Land"))
        .anyMatch(sentence -> sentence.contains("It repeats"))
        .anyMatch(sentence -> sentence.contains("does not end"));
    Map<String, Map<?, ?>> talks = IMPORTING.talks("ics");
    assertThat(of(talks, "no-stamp", "start")).isEqualTo("2031-05-06T10:00:00");
    assertThat(of(talks, "no-stamp", "minutes")).isEqualTo("30");
    assertThat(of(talks, "no-stamp", "room")).isEqualTo("Hall, upstairs");
    assertThat(of(talks, "no-stamp", "abstract")).isEqualTo("All of, it, folded.");
    assertThat(
            Importing.each(talks, "speakers").stream()
                .map(speaker -> String.valueOf(speaker.get("name"))))
        .containsExactly("Bo Li", "Amy Bloom", "Cy Dee");
    assertThat(of(talks, "same-uid", "start")).isEqualTo("2031-05-06T11:00:00");
    assertThat(of(talks, "same-uid", "minutes")).isEqualTo("45");
    assertThat(of(talks, "same-uid", "abstract")).isEqualTo("a line\nthat is broken");
    assertThat(of(talks, "all-day", "minutes")).isEqualTo("1440");
    assertThat(of(talks, "never-ends", "start")).isEqualTo("2031-05-06T18:00:00");
  }

  @Test
  void takesEachTimeOfACalendarsEventThatRepeats() {
    Answer report =
        IMPORTING
            .send(
                "repeats",
                """
                BEGIN:VCALENDAR
                X-WR-TIMEZONE:Europe/Lisbon
                BEGIN:VEVENT
                UID:reg
                SUMMARY:Registration
                DTSTART;TZID=Europe/Lisbon:20310506T083000
                DTEND;TZID=Europe/Lisbon:20310506T090000
                RRULE:FREQ=DAILY;COUNT=4
                EXDATE;TZID=Europe/Lisbon:20310507T083000
                END:VEVENT
                BEGIN:VEVENT
                UID:reg
                RECURRENCE-ID;TZID=Europe/Lisbon:20310508T083000
                SUMMARY:Registration, later
                DTSTART;TZID=Europe/Lisbon:20310508T100000
                END:VEVENT
                BEGIN:VEVENT
                UID:yoga
                SUMMARY:Yoga
                DTSTART:20310506T060000Z
                RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20310508T055959Z
                END:VEVENT
                BEGIN:VEVENT
                UID:tides
                SUMMARY:Tides
                DTSTART:20310506T060000Z
                RRULE:FREQ=DAILY
                END:VEVENT
                BEGIN:VEVENT
                UID:often
                SUMMARY:Often
                DTSTART:20310506T060000Z
                RRULE:FREQ=DAILY;COUNT=100000;BYSECOND=1,2,3
                END:VEVENT
                END:VCALENDAR
                """)
            .is(200);

    List<String> starts =
        IMPORTING.talks("repeats").values().stream()
            .map(talk -> talk.get("title") + " " + talk.get("start"))
            .sorted()
            .toList();
    assertThat(starts)
        .as(report.text())
        .containsExactly(
            "Often 2031-05-06T07:00:00",
            "Registration 2031-05-06T08:30:00",
            "Registration 2031-05-09T08:30:00",
            "Registration, later 2031-05-08T10:00:00",
            "Tides 2031-05-06T07:00:00",
            "Yoga 2031-05-06T07:00:00");
    assertThat(Importing.sentences(report))
        .filteredOn(sentence -> sentence.contains("its first time was taken"))
        .hasSize(2);
  }

  @Test
  void readsTheSpeakersThatPretalxPutsIntoTitles() {
    IMPORTING
        .send(
            "pretalx",
            """
            BEGIN:VCALENDAR
            PRODID:-//pretalx//kelp.example//kelp
            BEGIN:VEVENT
            SUMMARY:Kelp - and why - Bo Li, Amy Bloom
            UID:pretalx-kelp-ABC@kelp.example
            DTSTART:20310506T100000Z
            END:VEVENT
            END:VCALENDAR
            """)
        .is(200);

    Map<String, Map<?, ?>> talks = IMPORTING.talks("pretalx");
    assertThat(of(talks, "kelp-and-why", "title")).isEqualTo("Kelp - and why");
    assertThat(
            Importing.each(talks, "speakers").stream()
                .map(speaker -> String.valueOf(speaker.get("name"))))
        .containsExactly("Bo Li", "Amy Bloom");
  }

  @Test
  void cutsWhatIsTooLongAndSaysSo() {
    String file =
        xml(
            """
            <day date="2031-05-06"><room name="%s"><event id="1">
              <start>09:00</start><title>%s</title><abstract>%s</abstract><duration>later</duration>
              <persons>%s</persons>
            </event></room></day>
            """
                .formatted(
                    "r".repeat(600),
                    "t".repeat(600),
                    "é ".repeat(20_000),
                    "<person>P Q</person>".repeat(60)));

    Answer report = IMPORTING.send("long", file).is(200);

    assertThat(Importing.counts(report)).containsExactly(1, 0, 0, 0);
    assertThat(Importing.sentences(report))
        .anyMatch(sentence -> sentence.contains("room is longer"))
        .anyMatch(sentence -> sentence.contains("title is longer"))
        .anyMatch(sentence -> sentence.contains("abstract is longer"))
        .anyMatch(sentence -> sentence.contains("duration is none"))
        .anyMatch(sentence -> sentence.contains("more than 50 speakers"));
    assertThat(IMPORTING.talks("long").values().iterator().next().get("title"))
        .isEqualTo("t".repeat(500));
  }
}
