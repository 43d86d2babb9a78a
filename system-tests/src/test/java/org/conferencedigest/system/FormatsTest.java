package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the system is read by other software without complaint. */
class FormatsTest {

  private final DigestSystem system = DigestSystem.running();

  @Test
  void theDemonstrationIsReadByOthers() throws Exception {
    Map<String, String> files = Samples.markdown(Samples.demonstration());
    Answer imported = importFolder("formats-demo", files);
    isReadByOthers("formats-demo", imported, files.size() - 1);
  }

  @Test
  void aRealConferenceIsReadByOthers() throws Exception {
    Map<String, String> files = Samples.markdown(Samples.sample("spark-2020/content"));
    Answer imported = importFolder("formats-sample", files);
    isReadByOthers("formats-sample", imported, files.size() - 1);
  }

  private void isReadByOthers(String conference, Answer imported, int notes) throws Exception {
    Api api = system.anybody();
    SyndFeed feed = feed(api.digestAfter(imported, conference, "atom").ok());
    assertThat(feed.getEntries()).hasSize(notes);
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("tag:localhost,2026:conferences/" + conference + "/notes/"));
    for (SyndEntry entry : feed.getEntries()) {
      assertThat(api.get(entry.getLink()).ok().text()).contains("<h1");
    }

    Calendar calendar = calendar(api.digestAfter(imported, conference, "ics").ok());
    assertThat(components(calendar, VEvent.class)).hasSize(notes);
    assertThat(components(calendar, VToDo.class)).hasSize(3);

    String markdown = api.digestAfter(imported, conference, "md").ok().text();
    String jekyll = api.digestAfter(imported, conference, "jekyll.md").ok().text();
    for (String text : List.of(markdown, jekyll)) {
      assertThat(text).doesNotContain("{{<", "](note:");
      assertThat(Pattern.compile("]\\((?!https?://|mailto:|#)").matcher(text).find()).isFalse();
    }
    assertThat(jekyll).startsWith("---\nlayout: post\n");
  }

  @Test
  void aRealConferenceHasThreeNotesOnAnotherDayAndNoError() {
    Map<String, String> files = Samples.markdown(Samples.sample("spark-2020/content"));
    Answer imported = importFolder("lint-sample", files);
    system.anybody().digestAfter(imported, "lint-sample", "json").ok();
    JsonNode warnings =
        system
            .anybody()
            .get("/api/v1/conferences/lint-sample/digest/lint")
            .ok()
            .json()
            .path("warnings");

    assertThat(warnings)
        .filteredOn(warning -> warning.path("code").asText().equals("other-day"))
        .hasSize(3);
    assertThat(warnings)
        .extracting(warning -> warning.path("severity").asText())
        .containsOnly("warning");
  }

  @Test
  void hugoBuildsTheFolderOfTheDemonstrationWithoutAWord() {
    Assumptions.assumeTrue(HugoSite.canBuild(), "hugo is not here");
    Answer imported = importFolder("hugo-demo", Samples.markdown(Samples.demonstration()));
    system.anybody().digestAfter(imported, "hugo-demo", "hugo.md").ok();
    assertThat(HugoSite.build(zip("hugo-demo"))).hasSize(20);
  }

  @Test
  void hugoBuildsARealConferenceWithoutAWordThoughItLinksElsewhere() {
    Assumptions.assumeTrue(HugoSite.canBuild(), "hugo is not here");
    Answer imported =
        importFolder("hugo-sample", Samples.markdown(Samples.sample("spark-2020/content")));
    system.anybody().digestAfter(imported, "hugo-sample", "hugo.md").ok();
    assertThat(
            HugoSite.build(zip("hugo-sample")).get("spark/2020/democratizing_pyspark/index.html"))
        .contains("href=\"https://blog.example/below/spark/automated_modeling/\"");
  }

  @Test
  void hugoBuildsLinksToTheRestOfASiteWithAndWithoutThatRest() {
    Assumptions.assumeTrue(HugoSite.canBuild(), "hugo is not here");
    String post =
        """
        +++
        title = "Out"
        date = 2020-01-03
        +++
        ## Thursday, January 2
        See [one]({{< ref "out/2020/one.md" >}}), [last year]({{< ref "out/2019/Best Talk.md#end" >}}),
        [the same]({{< relref "/out/2019/summary" >}}), [above]({{< ref "../about.md" >}}),
        [a bundle]({{< ref "talks/kelp/index.md" >}}), [beside]({{< ref "beside.md" >}}),
        [top]({{< ref "/contact.md" >}}),
        [home]({{< ref "/" >}}), [old]({{< relref path="/out/old.md" >}}).
        """;
    Answer imported =
        importFolder(
            "hugo-out",
            Map.of(
                "out/2020/one.md",
                "+++\ntitle = \"One\"\ndate = 2020-01-02\n+++\nOne.\n",
                "out/2020/summary.md",
                post));
    assertThat(system.anybody().digestAfter(imported, "hugo-out", "hugo.md").ok().text())
        .isEqualTo(post);
    Map<String, String> alone = HugoSite.build(zip("hugo-out"));
    Map<String, String> amongOthers =
        HugoSite.build(
            zip("hugo-out"),
            Map.of(
                "out/2019/Best Talk.md", "+++\ntitle = \"Best\"\n+++\nBest.\n",
                "out/2019/summary.md", "+++\ntitle = \"Last\"\n+++\nLast.\n",
                "out/2020/beside.md", "+++\ntitle = \"Beside\"\n+++\nBeside.\n"));
    assertThat(amongOthers.get("out/2020/summary/index.html"))
        .isEqualTo(alone.get("out/2020/summary/index.html"))
        .contains(
            "/below/out/2020/one/\"",
            "/below/out/2019/best-talk/#end\"",
            "\"/below/out/2019/summary/\"",
            "/below/out/about/\"",
            "/below/talks/kelp/\"",
            "/below/out/2020/beside/\"",
            "\"/contact/\"",
            "\"/below/out/old/\"");
  }

  @Test
  void pagesComeBackByTheNamesTheyHad() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Big Talk.md", "+++\ntitle = \"Big\"\ndate = 2020-01-02\n+++\nBig words.\n");
    files.put(
        "summary.md",
        """
        +++
        title = "Names"
        date = 2020-01-03
        +++
        ## Thursday, January 2
        See [Big]({{< ref "names/Big Talk.md" >}}), which was big.
        """);
    Map<String, String> folder = new LinkedHashMap<>();
    files.forEach((name, text) -> folder.put("names/" + name, text));
    Answer imported = importFolder("names", folder);
    assertThat(system.anybody().digestAfter(imported, "names", "hugo.md").ok().text())
        .isEqualTo(files.get("summary.md"));
    assertThat(new String(zip("names"), UTF_8)).contains("names/Big Talk.md", "names/summary.md");
  }

  @Test
  void hugoBuildsWhatWasNeverABlog() {
    Assumptions.assumeTrue(HugoSite.canBuild(), "hugo is not here");
    Api editor = system.editor();
    String in = "/api/v1/conferences/hugo-new";
    editor
        .put(in, Api.JSON, "{\"title\": \"Neu: \\\"Kelp\\\" 会議\", \"startDate\": \"2020-01-02\"}")
        .ok();
    editor
        .put(
            in + "/notes/一",
            Api.JSON,
            "{\"title\": \"One\", \"date\": \"2020-01-02\", \"body\": \"See [two](note:two) and [gone](note:gone).\"}")
        .ok();
    Answer last =
        editor
            .put(
                in + "/notes/two",
                Api.JSON,
                "{\"title\": \"Two\", \"date\": \"2020-01-03\", \"body\": \"See <note:一>.\"}")
            .ok();
    system.anybody().digestAfter(last, "hugo-new", "hugo.md").ok();
    assertThat(HugoSite.build(zip("hugo-new"))).hasSize(3);
  }

  @Test
  void aFeedTellsOfSignificantEditsAndOfTheEndOfNotes() throws Exception {
    Api editor = system.editor();
    String in = "/api/v1/conferences/feed-life";
    editor.put(in, Api.JSON, "{\"title\": \"Feed\"}").ok();
    String note =
        "{\"title\": \"Kelp\", \"date\": \"2020-01-02\", \"body\": \"It grows fast in the cold.\"}";
    Answer first = editor.put(in + "/notes/kelp", Api.JSON, note).ok();
    Date told = entry(first, "feed-life").getUpdatedDate();

    Answer mended = editor.put(in + "/notes/kelp", Api.JSON, note.replace("grows", "growes")).ok();
    assertThat(entry(mended, "feed-life").getUpdatedDate()).isEqualTo(told);
    assertThat(system.anybody().digestAfter(mended, "feed-life", "atom").text()).contains("growes");

    Answer changed =
        editor
            .put(in + "/notes/kelp", Api.JSON, note.replace("cold.", "cold, and nowhere else."))
            .ok();
    assertThat(entry(changed, "feed-life").getUpdatedDate()).isAfter(told);

    Answer gone = editor.delete(in + "/notes/kelp");
    Answer after = system.anybody().digestAfter(gone, "feed-life", "atom").ok();
    assertThat(feed(after).getEntries()).isEmpty();
    assertThat(after.text())
        .containsPattern(
            "<at:deleted-entry ref=\"tag:localhost,2026:conferences/feed-life/notes/kelp\" when=\"[0-9T:.-]+Z\"/>");

    system.rebuild();
    assertThat(system.anybody().get(in + "/digest.atom").ok().text()).isEqualTo(after.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "ics", "jekyll.md", "json"})
  void aFormatIsSentAgainOnlyWhenItChanged(String format) {
    String conference = "again-" + format.replace('.', '-');
    Api editor = system.editor();
    String in = "/api/v1/conferences/" + conference;
    editor.put(in, Api.JSON, "{\"title\": \"Again\"}").ok();
    Answer write =
        editor
            .put(
                in + "/notes/n",
                Api.JSON,
                "{\"title\": \"N\", \"body\": \"Words.\", \"date\": \"2020-01-02T10:00\"}")
            .ok();
    Answer first = system.anybody().digestAfter(write, conference, format).ok();

    Answer again =
        system.anybody().get(in + "/digest." + format, "If-None-Match", first.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(first.header("Link")).contains("rel=\"alternate\"", "digest.html>");

    Answer changed =
        editor
            .put(
                in + "/notes/n",
                Api.JSON,
                "{\"title\": \"Else\", \"body\": \"Other.\", \"date\": \"2020-01-02T10:00\"}")
            .ok();
    assertThat(system.anybody().digestAfter(changed, conference, format).ok().header("ETag"))
        .isNotEqualTo(first.header("ETag"));
    assertThat(
            system
                .anybody()
                .get(in + "/digest." + format, "If-None-Match", first.header("ETag"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void theSchemaOfTheDataIsWhereTheDataSays() throws IOException {
    Answer conference =
        system.editor().put("/api/v1/conferences/described", Api.JSON, "{\"title\": \"D\"}").ok();
    Answer json = system.anybody().digestAfter(conference, "described", "json").ok();
    assertThat(json.header("Link"))
        .startsWith("</schemas/digest.v1.schema.json>; rel=\"describedby\"");
    Answer schema = system.anybody().get("/schemas/digest.v1.schema.json").ok();
    assertThat(schema.text())
        .isEqualTo(
            Files.readString(
                Samples.repository()
                    .resolve("summary-service/src/main/resources/schemas/digest.v1.schema.json")));
  }

  private SyndEntry entry(Answer write, String conference) throws FeedException {
    return feed(system.anybody().digestAfter(write, conference, "atom").ok())
        .getEntries()
        .getFirst();
  }

  private static SyndFeed feed(Answer answer) throws FeedException {
    assertThat(answer.header("Content-Type")).isEqualTo("application/atom+xml;charset=utf-8");
    return new SyndFeedInput().build(new StringReader(answer.text()));
  }

  private static Calendar calendar(Answer answer) throws IOException, ParserException {
    assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=utf-8");
    for (String line : answer.text().split("\r\n", -1)) {
      assertThat(line.getBytes(UTF_8).length).as(line).isLessThanOrEqualTo(75);
    }
    Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(answer.bytes()));
    assertThat(calendar.validate().getEntries()).isEmpty();
    return calendar;
  }

  private static <T extends CalendarComponent> List<T> components(
      Calendar calendar, Class<T> type) {
    return calendar.<CalendarComponent>getComponents().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private byte[] zip(String conference) {
    return system.anybody().get("/api/v1/conferences/" + conference + "/hugo.zip").ok().bytes();
  }

  private Answer importFolder(String conference, Map<String, String> files) {
    return system
        .editor()
        .post(
            "/api/v1/conferences/" + conference + "/content",
            Api.ZIP,
            Samples.zip(new LinkedHashMap<>(files)))
        .ok();
  }
}
