package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A digest that is open in a browser while others write. */
@NeedsBrowser
class LivePageTest {

  private static final DigestSystem SYSTEM = DigestSystem.running();
  @AutoClose private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @Test
  void whatChangesAppearsWhereItStands() {
    write("live-page", "first", "The first sentence.");
    write("live-page", "second", "Another one.");
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = open(visitor, "live-page");
      page.evaluate("document.querySelector('#note-second').marked = true");

      write("live-page", "first", "The sentence, changed.");
      page.waitForSelector(".fresh:has-text('The sentence, changed.')");
      write("live-page", "third", "A third one.");
      page.waitForSelector("#note-third >> text=A third one.");

      assertThat(page.evaluate("document.querySelector('#note-second').marked")).isEqualTo(true);
      page.waitForCondition(
          () ->
              (boolean)
                  page.evaluate("document.querySelector('[role=status]').textContent.length > 0"));
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aLostConnectionIsShownAndResumedWithoutAGap() {
    write("live-lost", "first", "Before.");
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = open(visitor, "live-lost");
      visitor.setOffline(true);
      page.waitForSelector(".lost");
      write("live-lost", "first", "Meanwhile.");
      write("live-lost", "second", "Meanwhile, too.");
      visitor.setOffline(false);

      page.waitForSelector("#note-first >> text=Meanwhile.");
      page.waitForSelector("#note-second >> text=Meanwhile, too.");
      page.waitForSelector(
          ".lost",
          new Page.WaitForSelectorOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }
    assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("ERR_"));
  }

  @Test
  void aNextVisitShowsWhatIsNew() {
    write("live-news", "first", "Before.");
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = open(visitor, "live-news");
      page.waitForCondition(
          () ->
              (boolean)
                  page.evaluate("localStorage.getItem('read /conferences/live-news') !== null"));
      page.navigate("/docs");
      write("live-news", "second", "Added.");
      Page again = open(visitor, "live-news");

      again.waitForSelector("#note-second .badge.new");
      assertThat(again.locator(".news").textContent()).contains("One entry is new");
      assertThat(again.locator("#note-first .badge.new").count()).isZero();
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void manyChangesAreOneFetch() {
    write("live-many", "first", "0");
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = open(visitor, "live-many");
      List<Response> pages = new ArrayList<>();
      page.onResponse(
          response -> {
            if (response.url().endsWith("/conferences/live-many")) {
              pages.add(response);
            }
          });
      for (int i = 1; i <= 20; i++) {
        write("live-many", "first", "Number " + i + ".");
      }
      page.waitForSelector("#note-first >> text=Number 20.");
      assertThat(pages).hasSizeLessThan(12);
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aTabThatWasAsleepCatchesUpWithOneRequest() {
    write("live-asleep", "first", "0");
    write("live-asleep", "second", "Before.");
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = open(visitor, "live-asleep");
      List<Response> pages = new ArrayList<>();
      page.onResponse(
          response -> {
            if (response.url().endsWith("/conferences/live-asleep")) {
              pages.add(response);
            }
          });
      look(page, false);
      visitor.setOffline(true);
      page.waitForSelector(".lost");
      for (int i = 1; i <= 30; i++) {
        write("live-asleep", "first", "Number " + i + ".");
      }
      write("live-asleep", "second", "Meanwhile.");

      visitor.setOffline(false);
      page.waitForSelector("[data-edition] .live[data-state=live]");
      assertThat(pages).as("fetched while nobody looks").isEmpty();
      look(page, true);
      page.waitForSelector("#note-first >> text=Number 30.");
      page.waitForSelector("#note-second >> text=Meanwhile.");
      // What comes now shows that nothing was still on its way.
      write("live-asleep", "second", "Awake.");
      page.waitForSelector("#note-second >> text=Awake.");
      assertThat(pages).hasSize(2);
    }
    assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("ERR_"));
  }

  /** A browser without a window shows its tabs always, so the page is told otherwise. */
  private static void look(Page page, boolean visible) {
    page.evaluate(
        """
        visible => {
          Object.defineProperty(document, "hidden", { configurable: true, get: () => !visible });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        visible);
  }

  private static Page open(BrowserContext visitor, String conference) {
    Page page = visitor.newPage();
    page.navigate("/conferences/" + conference);
    page.waitForSelector("[data-edition] .live[data-state=live]");
    return page;
  }

  private static void write(String conference, String note, String entry) {
    Api editor = SYSTEM.editor();
    if (editor.get("/api/v1/conferences/" + conference).status() == 404) {
      editor.put("/api/v1/conferences/" + conference, Api.JSON, "{\"title\":\"Live\"}").ok();
    }
    Answer written =
        editor
            .put(
                "/api/v1/conferences/" + conference + "/notes/" + note,
                Api.JSON,
                "{\"title\":\"Note %s\",\"date\":\"2026-03-02\",\"body\":\"x\",\"review\":{\"entry\":\"%s\"}}"
                    .formatted(note, entry))
            .ok();
    editor.digestAfter(written, conference, "json").ok();
  }
}
