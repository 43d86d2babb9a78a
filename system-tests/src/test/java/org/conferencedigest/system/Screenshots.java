package org.conferencedigest.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pictures of every page, light, dark, and on a phone, for people to look at. No test, and made
 * only when asked for:
 *
 * <pre>
 * mvn -pl system-tests -am verify -Dtest=Screenshots -Dscreenshots=FOLDER -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * The two that the README shows are {@code digest-light.png} and {@code editor-light.png}.
 */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class Screenshots {

  private static final String DIGEST = "/conferences/pictures";
  private static final String DESK = "/write/pictures";
  private static final Path DEMONSTRATION = Samples.demonstration();

  private static final FilePayload PROGRAMME =
      new FilePayload(
          "schedule.xml",
          "application/xml",
          """
          <schedule><conference><title>Spark</title></conference><day date="2020-06-26"><room name="1">
          <event id="1" guid="9d0f6c0e-31a6-4a58-bd22-8d3f9c1b6a01"><date>2020-06-26T17:00:00-07:00</date>
          <start>17:00</start><duration>00:30</duration><title>Good Bye</title></event></room></day></schedule>
          """
              .getBytes(UTF_8));

  private static final String HALLWAY =
      """
      {"title": "שיחה במסדרון", "date": "2020-06-26", "body": "%s",
       "review": {"verdict": "watched", "section": "unlisted"}}""";

  private static final Map<String, String> READ =
      Map.ofEntries(
          entry("home", "/"),
          entry("digest", DIGEST),
          entry("note", DIGEST + "/notes/data_quality_netflix"),
          entry("search", "/search?q=data+quality"),
          entry("search-empty", "/search"),
          entry("search-none", "/search?q=nothing+like+that"),
          entry("author", "/authors/eve"),
          entry("not-found", "/nothing"),
          entry("no-conference", "/conferences/nothing"),
          entry("sign-in", "/write"),
          entry("api", "/docs"));

  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          entry("desk", "/write"),
          entry("desk-not-found", "/write/nothing"),
          entry("programme", DESK),
          entry("programme-filtered", DESK + "?q=learning&day=2020-06-24"),
          entry("programme-none", DESK + "?show=now"),
          entry("editor", DESK + "/notes/data_quality_netflix"),
          entry("editor-in-the-digest", DESK + "/notes/data_quality_netflix"),
          entry("editor-right-to-left", DESK + "/notes/hallway"),
          entry("editor-new", DESK + "/new"),
          entry("arrange", DESK + "/arrange"),
          entry("outline", DESK + "/outline"),
          entry("settings", DESK + "/settings"),
          entry("import", DESK + "/import"),
          entry("import-tried", DESK + "/import"),
          entry("history", DESK + "/notes/hallway/history?revision=1"));

  /** What is done with a page before its picture is taken. */
  private static final Map<String, Consumer<Page>> DONE =
      Map.of(
          "digest",
          page -> page.waitForSelector("[data-edition] .live[data-state=live]"),
          "editor",
          Screenshots::awaitPreview,
          "editor-right-to-left",
          Screenshots::awaitPreview,
          "editor-in-the-digest",
          page -> {
            page.locator("#tab-digest").click();
            assertThat(page.locator("#show-digest .here").last()).isVisible();
          },
          "arrange",
          page -> assertThat(page.locator(".entry-card").first()).isVisible(),
          "outline",
          page -> assertThat(page.locator("#show-digest h1")).isVisible(),
          "import-tried",
          page -> {
            page.setInputFiles("#files", PROGRAMME);
            assertThat(page.locator("#report h2")).isVisible();
          });

  private final DigestSystem system = DigestSystem.running();
  private final Path folder = Path.of(System.getProperty("screenshots"));

  @Test
  void areTaken() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    load();
    try (Chromium chromium = Chromium.start()) {
      take(chromium, "light", new Browser.NewContextOptions().setViewportSize(1280, 900));
      take(
          chromium,
          "dark",
          new Browser.NewContextOptions()
              .setViewportSize(1280, 900)
              .setColorScheme(ColorScheme.DARK));
      take(chromium, "phone", new Browser.NewContextOptions().setViewportSize(360, 780));
    }
  }

  /** The demonstration with its talks, a second author, and a note from right to left. */
  private void load() throws IOException {
    Api editor = system.editor();
    String api = "/api/v1" + DIGEST;
    editor.put(api, Api.JSON, Files.readString(DEMONSTRATION.resolve("conference.json"))).ok();
    for (var talk : new ObjectMapper().readTree(DEMONSTRATION.resolve("talks.json").toFile())) {
      editor.put(api + "/talks/" + talk.path("slug").asText(), Api.JSON, talk.toString()).ok();
    }
    editor.post(api + "/content", Api.ZIP, Samples.zip(Samples.markdown(DEMONSTRATION))).ok();
    system
        .author("ben")
        .put(
            api + "/notes/data_quality_small_team",
            Api.JSON,
            Files.readString(DEMONSTRATION.resolve("second-opinion.json")))
        .ok();
    String hallway = api + "/notes/hallway";
    editor.put(hallway, Api.JSON, HALLWAY.formatted("דיברנו על **בדיקות**.")).ok();
    Answer last =
        editor
            .put(
                hallway,
                Api.JSON,
                HALLWAY.formatted("דיברנו על **בדיקות** ועל HTML, `dir` וכל זה."))
            .ok();
    editor.digestAfter(last, "pictures", "json").ok();
  }

  private void take(Chromium chromium, String kind, Browser.NewContextOptions options) {
    try (BrowserContext visitor = chromium.visitor(system.address(), options)) {
      Page page = visitor.newPage();
      READ.forEach((name, path) -> take(page, name, path, kind));
    }
    try (BrowserContext writer = chromium.visitor(system.address(), options)) {
      Page page = Desk.signIn(writer, system.token("eve", "editor")).page();
      WRITTEN.forEach((name, path) -> take(page, name, path, kind));
    }
  }

  private static void awaitPreview(Page page) {
    assertThat(page.locator("#show-page > *").first()).isVisible();
  }

  private void take(Page page, String name, String path, String kind) {
    page.navigate(path);
    if (page.locator("form[data-conference]").count() > 0) {
      new Desk(page).ready();
    }
    DONE.getOrDefault(name, nothing -> {}).accept(page);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + kind + ".png")));
  }
}
