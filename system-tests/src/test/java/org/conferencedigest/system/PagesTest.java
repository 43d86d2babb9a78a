package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page that is read, in a real browser. */
@NeedsBrowser
class PagesTest {

  private static final String CONFERENCE = "pages";
  private static final String DIGEST = "/conferences/" + CONFERENCE;
  private static final List<String> PAGES =
      List.of(
          "/",
          DIGEST,
          DIGEST + "/notes/data_quality_netflix",
          "/search?q=netflix",
          "/authors/eve",
          "/nothing",
          "/docs");

  private static final DigestSystem SYSTEM = DigestSystem.running();
  @AutoClose private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    Api editor = SYSTEM.editor();
    Map<String, String> files = Samples.markdown(Samples.demonstration());
    Answer imported =
        editor
            .post("/api/v1/conferences/" + CONFERENCE + "/content", Api.ZIP, Samples.zip(files))
            .ok();
    editor.digestAfter(imported, CONFERENCE, "json").ok();
  }

  /** What sticks out of the window, for whoever has to mend it. */
  private static final String TOO_WIDE =
      "[...document.querySelectorAll('body *')]"
          + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
          + ".map(e => e.tagName + ' ' + e.className + ': ' + e.textContent.slice(0, 60))";

  @Test
  void nobodyIsKeptOut() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext visitor =
          chromium.visitor(
              SYSTEM.address(), new Browser.NewContextOptions().setColorScheme(scheme))) {
        Page page = visitor.newPage();
        for (String path : PAGES) {
          page.navigate(path);
          Chromium.assertAccessible(page);
        }
      }
    }
    assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("/nothing"));
  }

  @Test
  void noPageIsWiderThanAPhone() {
    try (BrowserContext visitor =
        chromium.visitor(
            SYSTEM.address(), new Browser.NewContextOptions().setViewportSize(360, 740))) {
      Page page = visitor.newPage();
      for (String path : PAGES) {
        page.navigate(path);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s: %s", path, page.evaluate(TOO_WIDE))
            .isEqualTo(true);
      }
    }
    chromium.complaints();
  }

  @Test
  void readsWithoutScripts() {
    try (BrowserContext visitor =
        chromium.visitor(
            SYSTEM.address(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = visitor.newPage();
      page.navigate(DIGEST);
      assertThat(page.locator("article.entry").count()).isEqualTo(19);
      page.locator("article.entry a[href*='/notes/']").first().click();
      assertThat(page.locator("main.note h1").textContent()).isNotBlank();
      page.navigate("/search");
      page.locator("#q").fill("netflix");
      page.locator("#q").press("Enter");
      assertThat(page.locator("main mark").first().textContent()).isEqualToIgnoringCase("netflix");
    }
  }

  @Test
  void callsNobodyElseAndStaysSmall() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = visitor.newPage();
      List<String> requests = new ArrayList<>();
      page.onRequest(request -> requests.add(request.url()));
      page.navigate(DIGEST);
      page.waitForSelector("[data-edition] .live[data-state=live]");

      assertThat(requests).allMatch(url -> url.startsWith(SYSTEM.address().toString()));
      int bytes =
          SYSTEM.anybody().get(DIGEST, "Accept-Encoding", "gzip").ok().bytes().length
              + SYSTEM
                  .anybody()
                  .get(
                      String.valueOf(
                          page.locator("link[rel=stylesheet]").first().getAttribute("href")),
                      "Accept-Encoding",
                      "gzip")
                  .ok()
                  .bytes()
                  .length;
      assertThat(bytes).isLessThan(60_000);
      assertThat(page.locator("link[rel=stylesheet]").count()).isEqualTo(1);
      assertThat(page.locator("script[src]:not([type=module])").count()).isZero();
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void lightOrDarkIsKept() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = visitor.newPage();
      page.navigate(DIGEST);
      Locator theme = page.locator("[data-theme-switch]");
      theme.click();
      theme.click();
      assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
      page.reload();
      page.waitForSelector("html[data-theme=dark]");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void everythingIsReachedByKeys() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = visitor.newPage();
      page.navigate(DIGEST);
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("page.main");
      page.locator(".contents a").nth(1).focus();
      page.keyboard().press("Enter");
      assertThat(page.url()).contains("#wednesday-june-24");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void printsAsText() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = visitor.newPage();
      page.navigate(DIGEST);
      assertThat(page.pdf()).hasSizeGreaterThan(10_000);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(page.locator("header.site").isVisible()).isFalse();
      assertThat(page.locator(".contents").isVisible()).isFalse();
      assertThat(page.locator("article.entry").first().isVisible()).isTrue();
    }
    assertThat(chromium.complaints()).isEmpty();
  }
}
