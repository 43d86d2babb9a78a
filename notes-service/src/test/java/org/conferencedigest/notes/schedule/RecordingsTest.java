package org.conferencedigest.notes.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.NOBODY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Samples;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Zips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Recordings that arrive when the talks are there already. */
class RecordingsTest {

  private static final Service SERVICE = Service.start();
  private static final Importing IMPORTING = new Importing(SERVICE);

  private static final String PROGRAMME =
      """
      <schedule><conference><title>Kelp Days</title></conference>
        <day date="2031-05-06"><room name="Hall">
          <event guid="a"><start>09:00</start><title>How kelp forests grow, and why they do</title>
            <persons><person>Bo Li</person></persons></event>
          <event guid="b"><start>10:00</start><title>Measuring tides without a clock</title>
            <persons><person>José Núñez</person></persons></event>
          <event guid="c"><start>11:00</start><title>Lightning talks</title></event>
          <event guid="e"><start>14:00</start><title>Kelp and code</title>
            <persons><person>Cy Dee</person></persons></event>
        </room></day>
        <day date="2031-05-07"><room name="Hall">
          <event guid="d"><start>11:00</start><title>Lightning talks</title></event>
        </room></day>
      </schedule>
      """;

  private static final String RECORDINGS =
      """
      [{"title": "How kelp forests grow...", "speakers": ["Li, Bo"],
        "recorded": "2031-05-06", "videos": [{"type": "youtube", "url": "https://film.example/a"}]},
       {"title": "Measuring tides without a clock", "speakers": ["Jose Nunez"],
        "videos": [{"url": "https://film.example/b"}, {"url": "https://film.example/b.webm"}]},
       {"title": "Lightning talks", "speakers": [], "videos": [{"url": "https://film.example/c"}]},
       {"title": "Kelp and code", "speakers": ["Amy Bloom"],
        "videos": [{"url": "https://film.example/e"}]},
       {"title": "Something else entirely", "speakers": ["Ed Fern"],
        "videos": [{"url": "https://film.example/x"}]}]
      """;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static List<String> links(String conference, String talk) {
    return SERVICE.get("/" + conference + "/talks/" + talk, NOBODY).is(200).each("links", "url");
  }

  @Test
  void addsTheSureOnesAndListsTheOthers() {
    IMPORTING.send("sure", PROGRAMME).is(200);
    SERVICE
        .put(
            "/sure/notes/forests",
            ANN,
            """
            {"title": "N", "body": "", "talks": ["how-kelp-forests-grow-and-why-they-do"]}""")
        .is(201);
    int before = IMPORTING.events("sure").size();

    Answer report = IMPORTING.send("sure", RECORDINGS).is(200);

    assertThat(report.each("recordings", "state"))
        .as(report.text())
        .containsExactly("added", "added", "proposed", "proposed", "unmatched");
    assertThat(Importing.counts(report).subList(0, 2)).containsExactly(0, 2);
    assertThat(links("sure", "how-kelp-forests-grow-and-why-they-do"))
        .containsExactly("https://film.example/a");
    assertThat(links("sure", "measuring-tides-without-a-clock"))
        .containsExactly("https://film.example/b", "https://film.example/b.webm");
    assertThat(links("sure", "lightning-talks")).isEmpty();
    assertThat(IMPORTING.talks("sure")).hasSize(5);
    assertThat(IMPORTING.events("sure").stream().skip(before)).containsExactly("sure/forests");
    Answer again = IMPORTING.send("sure", RECORDINGS).is(200);
    assertThat(again.each("recordings", "state"))
        .containsExactly("present", "present", "proposed", "proposed", "unmatched");
    assertThat(again.at("talks")).isEqualTo(List.of());
    assertThat(IMPORTING.events("sure")).hasSize(before + 1);
    // The programme, once more: the recordings stay.
    assertThat(Importing.counts(IMPORTING.send("sure", PROGRAMME).is(200)))
        .containsExactly(0, 0, 5, 0);
    assertThat(links("sure", "how-kelp-forests-grow-and-why-they-do")).hasSize(1);
  }

  @Test
  void isSureOfWhatIsCutOffAndHasWordsAroundIfTheSpeakersAreTheSame() {
    IMPORTING.send("cut-off", PROGRAMME).is(200);

    Answer report =
        IMPORTING
            .send(
                "cut-off",
                """
                [{"title": "Kelp Days 2031: How kelp forests grow, and wh…", "speakers": ["Li, Bo"],
                  "videos": [{"url": "https://film.example/a"}]},
                 {"title": "Kelp Days - Measuring tides wit...", "speakers": ["Amy Bloom"],
                  "videos": [{"url": "https://film.example/b"}]},
                 {"title": "Kelp Days 2031 in short: Kelp and...", "speakers": ["Cy Dee"],
                  "videos": [{"url": "https://film.example/e"}]},
                 {"title": "Kelp and cooking", "speakers": ["Amy Bloom"],
                  "videos": [{"url": "https://film.example/f"}]}]
                """)
            .is(200);

    assertThat(report.each("recordings", "state"))
        .as(report.text())
        .containsExactly("added", "unmatched", "proposed", "unmatched");
    assertThat(links("cut-off", "how-kelp-forests-grow-and-why-they-do"))
        .containsExactly("https://film.example/a");
  }

  @Test
  void isNotSureWhichOfTwoTalksItIsThatBeginAlike() {
    IMPORTING
        .send(
            "parts",
            """
            <schedule><day date="2031-05-06"><room name="Hall">
              <event guid="a"><start>09:00</start><title>How kelp forests grow, part one</title>
                <persons><person>Bo Li</person></persons></event>
              <event guid="b"><start>10:00</start><title>How kelp forests grow, part two</title>
                <persons><person>Bo Li</person></persons></event>
            </room></day></schedule>
            """)
        .is(200);

    Answer report =
        IMPORTING
            .send(
                "parts",
                """
                [{"title": "Kelp Days 2031: How kelp forests gr...", "speakers": ["Bo Li"],
                  "videos": [{"url": "https://film.example/a"}]}]
                """)
            .is(200);

    assertThat(report.each("recordings", "state")).containsExactly("proposed");
  }

  @Test
  void addsAllOrNoneWhenAskedTo() {
    IMPORTING.send("ask", PROGRAMME).is(200);

    Answer none = IMPORTING.send("ask", RECORDINGS, "?apply=none").is(200);
    Answer dry = IMPORTING.send("ask", RECORDINGS, "?apply=all&dryRun=true").is(200);

    assertThat(none.each("recordings", "state")).doesNotContain("added");
    assertThat(dry.each("recordings", "state")).contains("added");
    assertThat(Importing.each(IMPORTING.talks("ask"), "links")).isEmpty();
    Answer all = IMPORTING.send("ask", RECORDINGS, "?apply=all").is(200);
    assertThat(all.each("recordings", "state"))
        .containsExactly("added", "added", "added", "added", "unmatched");
    assertThat(links("ask", "kelp-and-code")).containsExactly("https://film.example/e");
  }

  /** The real list, matched against a programme made of it: shuffled, retitled, renamed. */
  @Test
  void findsTheTalksOfARealList() throws Exception {
    Path folder = Samples.folder("pyvideo").resolve("djangocon-us-2019");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    byte[] zip = Zips.ofBytes(files);
    IMPORTING.send("list", zip, "", "application/zip").is(200);
    List<String> events = new ArrayList<>();
    List<Map<?, ?>> talks = new ArrayList<>(IMPORTING.talks("list").values());
    for (Map<?, ?> talk : talks.reversed()) {
      String speakers =
          ((List<?>) Objects.requireNonNull(talk.get("speakers")))
              .stream()
                  .map(speaker -> ((Map<?, ?>) speaker).get("name"))
                  .map(name -> "<person>" + escaped(String.valueOf(name)) + "</person>")
                  .reduce("", String::concat);
      String title =
          String.valueOf(talk.get("title")).replaceFirst("DjangoCon 2019- ", "").replace("...", "");
      events.add(
          "<event guid='%s'><start>09:00</start><title>%s</title><persons>%s</persons></event>"
              .formatted(
                  talk.get("slug"), escaped(title.toUpperCase(java.util.Locale.ROOT)), speakers));
    }
    IMPORTING
        .send(
            "programme",
            "<schedule><day date='2019-09-23'>%s</day></schedule>"
                .formatted(String.join("", events)))
        .is(200);

    Answer report = IMPORTING.send("programme", zip, "", "application/zip").is(200);

    assertThat(report.each("recordings", "state")).hasSize(files.size() - 1).containsOnly("added");
    assertThat(Importing.each(IMPORTING.talks("programme"), "links")).hasSize(files.size() - 1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
