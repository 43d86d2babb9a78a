package org.conferencedigest.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What pages say of the talks that notes cover: who spoke, what there is to watch, who noted it.
 */
@NeedsBrowser
class TalksOnPagesTest {

  private static final DigestSystem SYSTEM = DigestSystem.running();
  private static final String DIGEST = "/conferences/talks-on-pages";
  private static final String API = "/api/v1" + DIGEST;
  private static final String FILM =
      "https://www.youtube-nocookie.com/embed/a1b2c3d4e5f?autoplay=1";

  @AutoClose private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    Api editor = SYSTEM.editor();
    editor.put(API, Api.JSON, "{\"title\":\"Talks\"}").ok();
    editor
        .put(
            API + "/talks/examples",
            Api.JSON,
            """
            {"title": "Good Examples", "start": "2026-03-02T10:00:00",
             "speakers": [{"name": "Bo Li", "affiliation": "Example Labs"}],
             "links": [{"kind": "recording", "url": "https://www.youtube.com/watch?v=a1b2c3d4e5f"},
                       {"kind": "slides", "url": "https://slides.example/examples.pdf"}]}""")
        .ok();
    editor.put(API + "/notes/liked", Api.JSON, note("Liked", "I **liked** it.", "best")).ok();
    SYSTEM.author("bob").put(API + "/notes/not", Api.JSON, note("Not", "Too long.", "skip")).ok();
    Answer last =
        editor
            .put(
                API + "/notes/arabic",
                Api.JSON,
                """
                {"title": "الكتابة من اليمين", "date": "2026-03-03", "body": "محاضرة **رائعة**.",
                 "review": {"verdict": "watched"}}""")
            .ok();
    editor.digestAfter(last, "talks-on-pages", "json").ok();
  }

  @Test
  void aRecordingOpensInThePageWhenItIsAskedForAndNobodyIsCalledBefore() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      List<String> called = new ArrayList<>();
      visitor.route(
          url -> !url.startsWith(SYSTEM.address().toString()),
          route -> {
            called.add(route.request().url());
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody("<p>A film</p>"));
          });
      Page page = visitor.newPage();
      for (String path : List.of(DIGEST, DIGEST + "/notes/liked")) {
        called.clear();
        page.navigate(path);
        Locator recording = page.locator("a.resource[data-kind=recording]").first();
        assertThat(recording).hasText("Recording");
        assertThat(called).isEmpty();

        recording.click();
        assertThat(page.frameLocator(".player iframe").locator("p")).hasText("A film");
        assertThat(called).containsExactly(FILM);
        page.getByText("Close the player").click();
        assertThat(page.locator(".player")).hasCount(0);
        assertThat(recording).isFocused();
      }
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whatThereIsOfATalkIsLinkedWithoutScripts() {
    try (BrowserContext visitor =
        chromium.visitor(
            SYSTEM.address(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = visitor.newPage();
      page.navigate(DIGEST + "/notes/liked");
      assertThat(page.locator(".people")).hasText("Bo Li Example Labs");
      assertThat(page.locator("a.resource[data-kind=recording]"))
          .hasAttribute("href", "https://www.youtube.com/watch?v=a1b2c3d4e5f");
      assertThat(page.locator("a.resource[data-kind=slides]"))
          .hasAttribute("href", "https://slides.example/examples.pdf");
    }
  }

  @Test
  void notesOfSeveralAuthorsOnOneTalkStandSideBySide() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = visitor.newPage();
      page.navigate(DIGEST);
      Locator entries = page.locator(".beside > .entry");
      assertThat(entries).hasCount(2);
      assertThat(entries.locator(".author")).hasText(new String[] {"Noted by eve", "Noted by bob"});
      assertThat(entries.first().boundingBox().y).isEqualTo(entries.last().boundingBox().y);
      assertThat(page.locator(".companions")).hasCount(0);

      page.navigate(DIGEST + "/notes/liked");
      Locator other = page.locator(".others .card");
      assertThat(other).containsText("Too long.");
      assertThat(other.locator(".byline")).hasText("Skip by bob: Not");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whatIsWrittenFromRightToLeftStandsSoAndThePagesOwnWordsDoNot() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = visitor.newPage();
      page.navigate(DIGEST);
      Locator entry = page.locator("#note-arabic");
      assertThat(entry).hasCSS("direction", "rtl");
      assertThat(entry.locator(".author")).hasCSS("direction", "ltr");
      assertThat(entry.locator(".badge")).hasCSS("direction", "ltr");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void nobodyIsKeptOutAndNothingIsWiderThanAPhone() {
    for (Browser.NewContextOptions way :
        List.of(
            new Browser.NewContextOptions(),
            new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK),
            new Browser.NewContextOptions().setViewportSize(360, 740))) {
      try (BrowserContext visitor = chromium.visitor(SYSTEM.address(), way)) {
        Page page = visitor.newPage();
        for (String path : List.of(DIGEST, DIGEST + "/notes/liked", DIGEST + "/notes/arabic")) {
          page.navigate(path);
          Chromium.assertAccessible(page);
          assertThat(new Desk(page).isTooWide()).as("%s is wider than its window", path).isFalse();
        }
      }
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  private static String note(String title, String body, String verdict) {
    return """
        {"title": "%s", "date": "2026-03-02", "talks": ["examples"], "body": "%s",
         "review": {"verdict": "%s"}}"""
        .formatted(title, body, verdict);
  }
}
