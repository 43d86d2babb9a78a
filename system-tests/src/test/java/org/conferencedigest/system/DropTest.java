package org.conferencedigest.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders are dropped on the desk, as a window of files drops them. */
@NeedsBrowser
class DropTest {

  private static final DigestSystem SYSTEM = DigestSystem.running();
  @AutoClose private static Chromium chromium;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterEach
  void nothingWentWrongInTheBrowser() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aProgrammeIsTriedFirstAndImportedWhenItsReportWasRead() throws IOException {
    Path programme =
        Files.writeString(
            folder.resolve("schedule.xml"),
            """
            <schedule><conference><title>Kelp</title><time_zone_name>Europe/Oslo</time_zone_name></conference>
            <day date="2031-05-06"><room name="Tide"><event id="1" guid="9d0f6c0e-31a6-4a58-bd22-8d3f9c1b6a01">
            <date>2031-05-06T10:00:00+02:00</date><start>10:00</start><duration>00:30</duration>
            <title>Tides for Beginners</title></event></room></day></schedule>
            """);
    assertThat(conference("drop-programme").status()).isEqualTo(201);
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk = desk(browser, "drop-programme");
      Locator report = desk.page().locator("#report");
      drop(desk, programme);
      assertThat(report.locator("h2")).hasText("This is what would change");
      assertThat(report).containsText("1 new");
      assertThat(talks("drop-programme")).isEmpty();

      desk.button("Import it").click();
      assertThat(report.locator("h2")).hasText("The programme is imported");
      assertThat(talks("drop-programme")).containsExactly("Tides for Beginners");

      drop(desk, programme);
      assertThat(report.locator("h2")).hasText("Nothing would change");
      assertThat(desk.button("Import it")).hasCount(0);
      desk.link("To the programme").click();
      assertThat(desk.page().locator(".talk h3")).hasText("Tides for Beginners");
    }
  }

  @Test
  void aFolderIsImportedWithAllThatIsInIt() throws IOException {
    Path blog = Files.createDirectories(folder.resolve("content/kelp/2031"));
    for (String page : List.of("tides", "spores")) {
      Files.writeString(
          blog.resolve(page + ".md"),
          "+++\ntitle = \"On %s\"\ndate = 2031-05-06\n+++\n\nAbout %s.\n".formatted(page, page));
    }
    Files.write(blog.resolve("picture.png"), new byte[] {1, 2, 3});
    conference("drop-folder");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk = desk(browser, "drop-folder");
      drop(desk, folder.resolve("content"));
      assertThat(desk.page().locator("#report h2")).hasText("It is imported");
      assertThat(desk.page().locator("#report")).containsText("2 new");
      assertThat(
              SYSTEM
                  .editor()
                  .get(api("drop-folder") + "/notes/tides")
                  .ok()
                  .json()
                  .path("body")
                  .asText())
          .contains("About tides.");
    }
  }

  @Test
  void aPostKeepsItsNameAndItsReportTellsWhichTalksWereSeenInIt() throws IOException {
    Path post =
        Files.writeString(
            folder.resolve("2031-05-09-kelp.markdown"),
            """
            ---
            title: Kelp
            ---
            ## [Tides for Beginners](https://youtu.be/abcdefghij1) by Ada Moss

            Twice a day.
            """);
    conference("drop-post");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk = desk(browser, "drop-post");
      drop(desk, post);
      Locator report = desk.page().locator("#report");
      assertThat(report.locator("h2")).hasText("It is imported");
      report.getByText("Talks seen in it (1)").click();
      assertThat(report).containsText("line 4: Tides for Beginners — Ada Moss (");
    }

    assertThat(SYSTEM.anybody().get(api("drop-post")).ok().json().at("/digest/fileName").asText())
        .isEqualTo("2031-05-09-kelp.markdown");
  }

  @Test
  void recordingsAreImportedAsAFolderAndAsAZip() throws IOException {
    Path videos = Files.createDirectories(folder.resolve("kelp-2031/videos"));
    Files.writeString(
        videos.resolve("tides.json"),
        """
        {"title": "Tides for Beginners", "speakers": ["Ada Moss"],
         "videos": [{"type": "youtube", "url": "https://youtu.be/abcdefghij1"}]}
        """);
    Path archive = folder.resolve("kelp.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("videos/tides.json"));
      Files.copy(videos.resolve("tides.json"), zip);
    }
    for (Path dropped : List.of(folder.resolve("kelp-2031"), archive)) {
      String conference = "drop-" + dropped.getFileName().toString().replace('.', '-');
      conference(conference);
      try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
        Desk desk = desk(browser, conference);
        drop(desk, dropped);
        desk.button("Import it").click();
        assertThat(desk.page().locator("#report h2")).hasText("The programme is imported");
      }
      assertThat(talks(conference)).containsExactly("Tides for Beginners");
    }
  }

  @Test
  void aRecordingThatIsNotSureIsAddedIfAPersonSaysSo() throws IOException {
    Path recordings =
        Files.writeString(
            folder.resolve("recordings.json"),
            """
            [{"title": "Kelp and code", "speakers": ["Amy Bloom"],
              "videos": [{"url": "https://film.example/e"}]}]
            """);
    conference("drop-unsure");
    SYSTEM
        .editor()
        .put(
            api("drop-unsure") + "/talks/code",
            Api.JSON,
            "{\"title\":\"Kelp and code\",\"speakers\":[{\"name\":\"Cy Dee\"}]}")
        .ok();
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk = desk(browser, "drop-unsure");
      drop(desk, recordings);
      desk.page().getByText("Which recordings (1)").click();
      assertThat(desk.page().locator("#report")).containsText("proposed, of “Kelp and code” (");
      desk.button("Import it with the 1 unsure recording").click();
      assertThat(desk.page().locator("#report h2")).hasText("The programme is imported");
    }

    assertThat(
            SYSTEM
                .anybody()
                .get(api("drop-unsure") + "/talks/code")
                .ok()
                .json()
                .findValuesAsText("url"))
        .contains("https://film.example/e");
  }

  private static Answer conference(String slug) {
    return SYSTEM.editor().put(api(slug), Api.JSON, "{\"title\":\"Kelp\"}").ok();
  }

  private static Desk desk(BrowserContext browser, String conference) {
    return Desk.signIn(browser, SYSTEM.token("eve", "editor"))
        .open("/write/" + conference + "/import")
        .ready();
  }

  /** What Playwright has no word for: the browser's own protocol says that files are dropped. */
  private static void drop(Desk desk, Path dropped) {
    BoundingBox box = desk.page().locator("#drop").boundingBox();
    JsonArray files = new JsonArray();
    files.add(dropped.toString());
    JsonObject data = new JsonObject();
    data.add("items", new JsonArray());
    data.add("files", files);
    data.addProperty("dragOperationsMask", 1);
    CDPSession session = desk.page().context().newCDPSession(desk.page());
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("x", box.x + box.width / 2);
      event.addProperty("y", box.y + box.height / 2);
      event.add("data", data);
      session.send("Input.dispatchDragEvent", event);
    }
    session.detach();
  }

  private static List<String> talks(String conference) {
    return SYSTEM
        .anybody()
        .get(api(conference) + "/talks")
        .ok()
        .json()
        .path("items")
        .findValuesAsText("title");
  }

  private static String api(String conference) {
    return "/api/v1/conferences/" + conference;
  }
}
