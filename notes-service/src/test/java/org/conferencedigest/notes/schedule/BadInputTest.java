package org.conferencedigest.notes.schedule;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;

import java.util.Map;
import java.util.stream.Stream;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Zips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no honest program makes: refused in words, and nothing is stored. */
class BadInputTest {

  private static final Service SERVICE = Service.start();
  private static final Importing IMPORTING = new Importing(SERVICE);

  private static final String BOMB =
      """
      <?xml version="1.0"?>
      <!DOCTYPE schedule [<!ENTITY a "aaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <schedule><day date="2031-05-06"><event id="1"><title>%s</title></event></day></schedule>
      """;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("nothing", 400, new byte[0]),
        Arguments.of("space", 422, bytes(" \n ")),
        Arguments.of("a word", 422, bytes("programme")),
        Arguments.of("no UTF-8", 400, new byte[] {'{', (byte) 0xc3, (byte) 0x28}),
        Arguments.of("an entity bomb", 422, bytes(BOMB.formatted("&c;"))),
        Arguments.of("an external entity", 422, bytes(BOMB.formatted("&f;"))),
        Arguments.of("other XML", 422, bytes("<html><body/></html>")),
        Arguments.of("half of XML", 422, bytes("<schedule><day><event><title>x")),
        Arguments.of(
            "XML in no encoding", 422, bytes("<?xml version='1.0' encoding='no'?><schedule/>")),
        Arguments.of("deep XML", 422, bytes("<schedule>" + "<a>".repeat(100_000))),
        Arguments.of(
            "deep XML in an event", 422, bytes("<schedule><event>" + "<a>".repeat(100_000))),
        Arguments.of(
            "many events", 413, bytes("<schedule>" + "<event/>".repeat(20_001) + "</schedule>")),
        Arguments.of(
            "a wide event",
            413,
            bytes("<schedule><event>" + "<a/>".repeat(1_000_001) + "</event></schedule>")),
        Arguments.of("half of JSON", 422, bytes("{\"schedule\": {")),
        Arguments.of("two of JSON", 422, bytes("{\"schedule\": {\"days\": []}} {}")),
        Arguments.of("other JSON", 422, bytes("{\"a\": 1}")),
        Arguments.of("a list of nothing", 422, bytes("[1, 2, null]")),
        Arguments.of("deep JSON", 422, bytes("[".repeat(100_000))),
        Arguments.of("many values", 413, bytes("[" + "0,".repeat(1_000_001) + "0]")),
        Arguments.of("a long number", 422, bytes("[" + "9".repeat(100_000) + "]")),
        Arguments.of("no zip", 422, bytes("PK nothing")),
        Arguments.of("a zip of nothing", 422, Zips.of(Map.of("a.md", "x"))),
        Arguments.of("a zip of other JSON", 422, Zips.of(Map.of("a.json", "{}"))),
        Arguments.of("a zip that climbs", 422, Zips.of(Map.of("../a.json", "{}"))),
        Arguments.of(
            "many events",
            413,
            bytes("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(20_001))),
        Arguments.of("too much", 413, new byte[16_777_217]));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void refuses(String what, int status, byte[] file) {
    Answer refused = IMPORTING.send("bad", file, "", "application/octet-stream");

    refused.isProblem(status);
    assertThat(String.valueOf(refused.at("detail"))).as(what).isNotBlank();
    SERVICE.get("/bad", NOBODY).isProblem(404);
  }

  @Test
  void takesAProgrammeAsLargeAsIsSaid() {
    String calendar = "BEGIN:VCALENDAR\nEND:VCALENDAR\n";
    byte[] largest = bytes(calendar + " ".repeat(16_777_216 - calendar.length()));

    IMPORTING.send("largest", largest, "", "application/octet-stream").is(200);
  }

  @Test
  void takesWhatIsOddButHarmless() {
    for (String calendar :
        new String[] {
          "BEGIN:VCALENDAR",
          "BEGIN:VCALENDAR\nEND:VCALENDAR",
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n",
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99999999T999999\nEND:VEVENT\n",
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\"x:20310101T000000\nSUMMARY;=:\nEND:VEVENT\n",
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + "BEGIN:X\n".repeat(10_000) + "END:VEVENT\n",
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + "<p>".repeat(50_000) + "\nEND:VEVENT\n",
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:"
              + "<div>".repeat(20_000)
              + "x</div>\nEND:VEVENT\n",
        }) {
      IMPORTING.send("odd", calendar).is(200);
    }
    byte[] wide =
        """
        <?xml version="1.0" encoding="UTF-16"?>
        <schedule><day date="2031-05-06"><event guid="g"><title>Größe</title></event></day></schedule>
        """
            .getBytes(UTF_16);
    IMPORTING.send("odd", wide, "", "application/xml").is(200);
    assertThat(IMPORTING.talks("odd")).containsKey("größe");
    IMPORTING.send("odd", "  \n<?xml version='1.0'?><!DOCTYPE schedule><schedule/>").is(200);
  }

  @Test
  void letsEditorsAloneImport() {
    byte[] file = bytes("<schedule/>");
    for (String who : new String[] {NOBODY, ANN}) {
      SERVICE
          .sendBytes("POST", "/mine/schedule", who, file, "Content-Type", "application/xml")
          .isProblem(who.equals(NOBODY) ? 401 : 403);
    }
    SERVICE
        .sendBytes(
            "POST",
            "/No Slug!/schedule".replace(" ", "%20"),
            EDITOR,
            file,
            "Content-Type",
            "text/xml")
        .isProblem(422, "#conference");
    IMPORTING.send("mine", "<schedule/>", "?apply=some").isProblem(422, "#apply");
    IMPORTING.send("mine", "<schedule/>", "?dryRun=perhaps").isProblem(422, "#dryRun");
  }
}
