package org.conferencedigest.notes.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.NOBODY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Samples;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Zips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** Real programmes: what is counted in the file, in another way, is what becomes of it. */
class SampleProgrammesTest {

  @SuppressWarnings("NullAway.Init")
  private static Service service;

  @SuppressWarnings("NullAway.Init")
  private static Importing importing;

  @BeforeAll
  static void start() {
    Samples.folder("schedules");
    service = Service.start();
    importing = new Importing(service);
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fosdem_2026.xml, 2026-01-31, 2026-02-01, Europe/Brussels",
    "fosdem_2018.xml, 2018-02-03, 2018-02-04, UTC",
    "debconf23.xml, 2023-09-10, 2023-09-18, Asia/Kolkata"
  })
  void importsScheduleXml(String file, String first, String last, String zone) throws Exception {
    byte[] bytes = read(file);
    Document xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));

    String slug = file.replaceAll("\\W", "-");
    Answer report = importing.send(slug, bytes, "", "application/xml").is(200);

    assertThat(report.at("format")).isEqualTo("schedule.xml");
    assertThat(Importing.counts(report)).containsExactly(count(xml, "//event"), 0, 0, 0);
    Map<String, Map<?, ?>> talks = importing.talks(slug);
    assertThat(talks).hasSize(count(xml, "//event"));
    assertThat(Importing.each(talks, "speakers"))
        .hasSize(count(xml, "//event/persons/person"))
        .allSatisfy(speaker -> assertThat(speaker.get("text")).isNotNull());
    int wrong =
        count(
            xml,
            "//event//link[not(starts-with(@href, 'http')) or not(substring-after(@href, '://'))]");
    assertThat(Importing.each(talks, "links"))
        .hasSize(
            count(xml, "//event/links/link")
                + count(xml, "//event/attachments/attachment")
                + count(xml, "//event/url[text()]")
                - wrong);
    assertThat(Importing.sentences(report))
        .filteredOn(sentence -> sentence.contains("no web address"))
        .hasSize(wrong);
    for (String name : List.of("title", "room", "start", "minutes")) {
      assertThat(talks.values()).allSatisfy(talk -> assertThat(talk.get(name)).isNotNull());
    }
    Answer conference = service.get("/" + slug, NOBODY).is(200);
    assertThat(conference.at("startDate")).isEqualTo(first);
    assertThat(conference.at("endDate")).isEqualTo(last);
    assertThat(conference.at("timeZone")).isEqualTo(zone);
    changesNothing(slug, bytes);
  }

  @ParameterizedTest
  @CsvSource({"frab-camp2019.json, Europe/Berlin", "pretalx-democon.json, UTC"})
  void importsScheduleJson(String file, String zone) throws Exception {
    byte[] bytes = read(file);
    String text = new String(bytes, UTF_8);
    String slug = file.replaceAll("\\W", "-");

    Answer report = importing.send(slug, bytes, "", "application/json").is(200);

    assertThat(report.at("format")).isEqualTo("schedule.json");
    int events = found(text, "\"do_not_record\"");
    assertThat(Importing.counts(report)).containsExactly(events, 0, 0, 0);
    Map<String, Map<?, ?>> talks = importing.talks(slug);
    assertThat(talks).hasSize(events);
    assertThat(Importing.each(talks, "speakers")).hasSize(found(text, "\"public_name\""));
    // The page of each event, and all that has a title beside its address.
    assertThat(Importing.each(talks, "links"))
        .hasSize(events + found(text, "\"url\":[^,{}]*,\\s*\"title\":[^{}]*}"));
    assertThat(service.get("/" + slug, NOBODY).is(200).at("timeZone")).isEqualTo(zone);
    changesNothing(slug, bytes);
  }

  @Test
  void importsACalendar() throws Exception {
    byte[] bytes = read("linux_conf_au_2020.ics");
    String text = new String(bytes, UTF_8).replaceAll("\r?\n[ \t]", "");

    Answer report = importing.send("lca", bytes, "", "text/calendar").is(200);

    int events = found(text, "(?m)^BEGIN:VEVENT");
    assertThat(report.at("format")).isEqualTo("iCalendar");
    assertThat(Importing.counts(report)).containsExactly(events, 0, 0, 0);
    Map<String, Map<?, ?>> talks = importing.talks("lca");
    assertThat(talks).hasSize(events);
    assertThat(Importing.each(talks, "links")).hasSize(found(text, "(?m)^URL:"));
    assertThat(talks.values())
        .filteredOn(talk -> !List.of().equals(talk.get("speakers")))
        .hasSize(found(text, "(?m)^DESCRIPTION:Speaker: "));
    assertThat(service.get("/lca", NOBODY).at("timeZone")).isEqualTo("Australia/Brisbane");
    assertThat(service.get("/lca", NOBODY).at("startDate")).isEqualTo("2020-01-12");
    changesNothing("lca", bytes);
  }

  @Test
  void importsAListOfRecordings() throws Exception {
    Path folder = Samples.folder("pyvideo").resolve("djangocon-us-2019");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    String text =
        files.values().stream().map(bytes -> new String(bytes, UTF_8)).reduce("", String::concat);
    byte[] zip = Zips.ofBytes(files);

    Answer report = importing.send("djangocon", zip, "", "application/zip").is(200);

    assertThat(report.at("format")).isEqualTo("pyvideo");
    assertThat(Importing.counts(report)).containsExactly(files.size() - 1, 0, 0, 0);
    Map<String, Map<?, ?>> talks = importing.talks("djangocon");
    assertThat(talks).hasSize(files.size() - 1);
    assertThat(Importing.each(talks, "links"))
        .hasSize(found(text, "\"type\": \"youtube\""))
        .allSatisfy(link -> assertThat(link.get("kind")).isEqualTo("recording"));
    assertThat(Importing.each(talks, "speakers"))
        .hasSize(
            Pattern.compile("\"speakers\": \\[([^\\]]*)\\]")
                .matcher(text)
                .results()
                .mapToInt(list -> found(list.group(1), "\"(?:[^\"\\\\]|\\\\.)*\""))
                .sum());
    assertThat(service.get("/djangocon", NOBODY).at("title")).isEqualTo("DjangoCon US 2019");
    assertThat(service.get("/djangocon", NOBODY).at("startDate")).isEqualTo("2019-09-23");
    changesNothing("djangocon", zip);
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    files.forEach(
        (name, bytes) -> {
          if (name.startsWith("videos/")) {
            array.writeBytes((array.size() == 0 ? "[" : ",").getBytes(UTF_8));
            array.writeBytes(bytes);
          }
        });
    array.writeBytes("]".getBytes(UTF_8));
    Answer asArray =
        importing.send("djangocon", array.toByteArray(), "", "application/json").is(200);
    assertThat(Importing.counts(asArray)).containsExactly(0, 0, files.size() - 1, 0);
  }

  private static void changesNothing(String slug, byte[] bytes) {
    int before = importing.events(slug).size();

    Answer again = importing.send(slug, bytes, "", "text/plain").is(200);

    assertThat(again.at("outcome")).isEqualTo("unchanged");
    assertThat(again.at("talks")).isEqualTo(List.of());
    assertThat(Importing.counts(again)).containsExactly(0, 0, importing.talks(slug).size(), 0);
    assertThat(importing.events(slug)).hasSize(before);
  }

  private static byte[] read(String name) {
    try {
      return Files.readAllBytes(Samples.folder("schedules").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(Document xml, String path) throws Exception {
    return ((Double)
            XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate("count(" + path + ")", xml, XPathConstants.NUMBER))
        .intValue();
  }

  private static int found(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
