package org.conferencedigest.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People write, in a real browser. */
@NeedsBrowser
class DeskTest {

  private static final DigestSystem SYSTEM = DigestSystem.running();
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&{{7*7}}";

  @AutoClose private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  /**
   * Refusals of the API are part of some tests, and a browser logs them; anything else is wrong.
   */
  @AfterEach
  void nothingWentWrongInTheBrowser() {
    assertThat(chromium.complaints()).allMatch(line -> line.contains("Failed to load resource"));
  }

  @Test
  void aNoteIsStartedFromATalkWrittenShownAndPublishedForEverybody() {
    String conference = conference("desk-write");
    try (BrowserContext ann = chromium.visitor(SYSTEM.address());
        BrowserContext reader = chromium.visitor(SYSTEM.address())) {
      Page open = reader.newPage();
      open.navigate("/conferences/" + conference);
      Desk desk = Desk.signIn(ann, SYSTEM.token("ann", "author")).open("/write/" + conference);
      desk.link("Start a note on Good Examples").click();
      desk.ready();
      assertThat(desk.page().getByLabel("Title")).hasValue("Good Examples");

      desk.typeAtTheEnd("They *run*. See [[Fir");
      assertThat(desk.page().getByRole(AriaRole.OPTION)).hasCount(1);
      // CodeMirror takes no key for a completion in its first 75 ms, lest it be meant for the text.
      desk.page().getByRole(AriaRole.OPTION).click();
      desk.awaitDraft();
      assertThat(desk.body()).hasValue("They *run*. See [First note](note:first)");
      assertThat(desk.page().locator("#show-page em")).hasText("run");
      assertThat(desk.page().locator("#show-page a")).hasText("First note");

      desk.page()
          .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("In the digest"))
          .click();
      desk.page().getByLabel("worth watching").check();
      assertThat(desk.page().locator("#show-digest .here")).hasCount(2);
      assertThat(desk.page().locator("#show-digest .here").last()).containsText("They run.");
      assertThat(SYSTEM.anybody().get(api(conference) + "/digest.md").ok().text())
          .doesNotContain("They *run*");

      desk.publish();
      assertThat(open.locator("main")).containsText("They run.");
    }
  }

  @Test
  void twoTabsAreMergedAndNeitherWritesOverTheOther() {
    String conference = conference("desk-merge");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk one =
          Desk.signIn(browser, SYSTEM.token("eve", "editor"))
              .open(note(conference, "first"))
              .ready();
      Desk other = one.another(note(conference, "first")).ready();

      one.typeAtTheEnd("\n\nOne says this at the end.").publish();
      other.typeAtTheBeginning("The other says this first.\n\n");
      other.button("Publish changes").click();
      assertThat(other.merging()).containsText("One says this at the end.");
      other.button("Save the merge").click();
      other.awaitPublished();
      String both = "The other says this first.\n\nThe first.\n\nOne says this at the end.";
      assertThat(bodyOf(conference, "first")).isEqualTo(both);

      one.typeAtTheBeginning("No, ");
      one.button("Publish changes").click();
      assertThat(one.merging()).containsText("The other says this first.");
      one.button("Not now").click();
      assertThat(bodyOf(conference, "first")).isEqualTo(both);
      one.button("Merge now").click();
      one.merging().getByText("Keep both").click();
      one.button("Save the merge").click();
      one.awaitPublished();
      assertThat(bodyOf(conference, "first"))
          .contains("No, The first.")
          .contains("The other says this first.")
          .contains("One says this at the end.");
    }
  }

  @Test
  void whatIsTypedOfflineIsKeptOverAReloadAndSentWhenTheConnectionIsBack() {
    String conference = conference("desk-offline");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk =
          Desk.signIn(browser, SYSTEM.token("eve", "editor"))
              .open(note(conference, "draft"))
              .ready();
      browser.setOffline(true);
      desk.typeAtTheEnd(" Typed on a train.");
      assertThat(desk.saved()).containsText("You are offline. Kept in this browser");
      assertThat(bodyOf(conference, "draft")).doesNotContain("train");
      browser.setOffline(false);
      desk.awaitDraft();
      assertThat(bodyOf(conference, "draft")).contains("Typed on a train.");

      desk.text().click();
      desk.page().reload();
      desk.ready();
      desk.text().click();
      for (int i = 0; i < " Typed on a train.".length(); i++) {
        desk.page().keyboard().press("Control+z");
      }
      assertThat(desk.body()).hasValue("Not yet.");
    }
  }

  @Test
  void everythingWorksByKeysAlone() {
    String conference = conference("desk-keys");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk = Desk.signIn(browser, SYSTEM.token("eve", "editor")).open("/write/" + conference);
      tabTo(desk, "Start a note on Good Examples");
      desk.page().keyboard().press("Enter");
      desk.ready();
      List<String> waitedFor = new ArrayList<>();
      desk.page()
          .onRequest(
              request ->
                  Optional.ofNullable(request.headers().get("digest-after"))
                      .ifPresent(waitedFor::add));
      tabTo(desk, "Text of the note, in Markdown");
      desk.page().keyboard().type("By keys alone.");
      desk.page().keyboard().press("Control+Enter");
      desk.awaitPublished();
      // The editor is no trap: the Tab key leads on.
      tabTo(desk, "Page");
      desk.page().keyboard().press("ArrowRight");
      assertThat(desk.page().locator("#show-digest")).isVisible();

      desk.open("/write/" + conference + "/arrange");
      assertThat(desk.page().locator(".entry-card").first()).isVisible();
      assertThat(waitedFor).as("previews that wait for what was just published").isNotEmpty();
      tabTo(desk, "First note, 1 of 3 in Monday, March 2");
      desk.page().keyboard().press("Alt+ArrowDown");
      assertThat(desk.page().locator("#arrange .save-state"))
          .hasText("First note: 2 of 3 in Monday, March 2. Not published yet.");
      tabTo(desk, "Publish this order");
      desk.page().keyboard().press("Enter");
      assertThat(desk.page().locator("#arrange .save-state"))
          .containsText("The order is published");
      DigestSystem.await(
          Duration.ofSeconds(20),
          () -> SYSTEM.anybody().get(api(conference) + "/digest.md").ok().text(),
          digest -> digest.indexOf("Second note") < digest.indexOf("First note"));
    }
  }

  @Test
  void theOrderIsArrangedByDragAndCanBeTakenBack() {
    String conference = conference("desk-drag");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk =
          Desk.signIn(browser, SYSTEM.token("eve", "editor"))
              .open("/write/" + conference + "/arrange");
      var monday =
          desk.page().getByLabel("Monday, March 2", new Page.GetByLabelOptions().setExact(true));
      assertThat(monday.locator(".entry-card .title"))
          .hasText(new String[] {"First note", "Second note"});
      var tuesday =
          desk.page().getByLabel("Not in the digest", new Page.GetByLabelOptions().setExact(true));
      monday.locator(".entry-card").first().dragTo(tuesday.locator("ol"));
      assertThat(tuesday.locator(".entry-card .title")).hasText("First note");
      assertThat(desk.page().getByLabel("The digest in this order"))
          .not()
          .containsText("First note");
      desk.button("Undo the last move").click();
      assertThat(monday.locator(".entry-card .title"))
          .hasText(new String[] {"First note", "Second note"});
      monday.locator(".entry-card").first().dragTo(tuesday.locator("ol"));
      desk.button("Publish this order").click();
      assertThat(desk.page().locator("#arrange .save-state"))
          .containsText("The order is published");
      assertThat(sectionOf(conference, "first")).isEqualTo("unlisted");
    }
  }

  @Test
  void whatIsNotInTheDigestYetIsNotTakenOutWithAnother() {
    String conference = conference("desk-not-yet");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      // As if the second note had been published a moment ago, by somebody else.
      browser.route(
          "**/digest/proposal",
          route -> {
            APIResponse answer = route.fetch();
            String without = answer.text().replace("[\"first\",\"second\"]", "[\"first\"]");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(without));
          });
      Desk desk =
          Desk.signIn(browser, SYSTEM.token("eve", "editor"))
              .open("/write/" + conference + "/arrange");
      Locator out =
          desk.page().getByLabel("Not in the digest", new Page.GetByLabelOptions().setExact(true));
      assertThat(out.locator(".entry-card .title")).hasText("Second note");
      desk.page().locator(".entry-card").first().dragTo(out.locator("ol"));
      desk.button("Publish this order").click();
      assertThat(desk.page().locator("#arrange .save-state"))
          .hasText("The order is published. 1 note stands elsewhere now.");
      assertThat(sectionOf(conference, "first")).isEqualTo("unlisted");
      assertThat(sectionOf(conference, "second")).isEmpty();
    }
  }

  @Test
  void anOutlineShowsItsSlotsAsChipsAndTheDigestBesideIt() {
    String conference = conference("desk-outline");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk =
          Desk.signIn(browser, SYSTEM.token("eve", "editor"))
              .open("/write/" + conference + "/outline")
              .ready();
      assertThat(desk.page().locator(".desk-slot").first()).hasText("Summary");
      desk.page()
          .getByRole(
              AriaRole.TEXTBOX,
              new Page.GetByRoleOptions().setName("Outline, in Markdown with slots"))
          .click();
      desk.page().keyboard().press("Control+Home");
      desk.page().keyboard().type("Words of *mine*.\n\n");
      assertThat(desk.page().locator("#show-digest em").first()).hasText("mine");
      desk.button("Publish the outline").click();
      assertThat(desk.saved()).containsText("Published");
      assertThat(SYSTEM.editor().get(api(conference)).ok().json().path("outline").asText())
          .startsWith("Words of *mine*.\n\n<!-- digest:");
      desk.button("Back to the default outline").click();
      assertThat(desk.page().getByRole(AriaRole.STATUS).first())
          .hasText("The outline is published.");
      assertThat(SYSTEM.editor().get(api(conference)).ok().json().path("outline").isNull())
          .isTrue();
    }
  }

  @Test
  void aConferenceIsCalledOtherwiseWithoutScripts() {
    String conference = conference("desk-settings");
    try (BrowserContext browser =
        chromium.visitor(
            SYSTEM.address(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Desk desk = Desk.signIn(browser, SYSTEM.token("eve", "editor")).open("/write/" + conference);
      desk.link("Settings").click();
      Desk late = desk.another("/write/" + conference + "/settings");
      desk.page().getByLabel("Title of the conference").fill("Kelp 2026");
      desk.page().getByLabel("Title of its digest").fill("What was said at Kelp");
      desk.page().getByLabel("Last day").fill("2026-03-04");
      desk.page().getByLabel("Its own page").fill("https://kelp.example/");
      desk.button("Save the settings").click();
      assertThat(desk.page().locator(".notice")).hasText("The settings are saved.");
      var stored = SYSTEM.editor().get(api(conference)).ok().json();
      assertThat(stored.path("title").asText()).isEqualTo("Kelp 2026");
      assertThat(stored.path("endDate").asText()).isEqualTo("2026-03-04");
      assertThat(stored.path("link").asText()).isEqualTo("https://kelp.example/");
      assertThat(stored.path("digest").path("title").asText()).isEqualTo("What was said at Kelp");

      late.page().getByLabel("Time zone").fill("Nowhere");
      late.button("Save the settings").click();
      assertThat(late.page().locator(".notice.bad"))
          .containsText("Not saved: must be an IANA time zone");
      assertThat(late.page().getByLabel("Time zone")).hasValue("Nowhere");
      late.page().getByLabel("Time zone").fill("Europe/Oslo");
      late.button("Save the settings").click();
      assertThat(late.page().locator(".notice.bad"))
          .containsText("Somebody changed the conference");
      late.button("Save the settings").click();
      assertThat(late.page().locator(".notice")).hasText("The settings are saved.");
    }
  }

  @Test
  void aFolderIsImportedAndItsReportCanBeRead() {
    String conference = conference("desk-import");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk =
          Desk.signIn(browser, SYSTEM.token("eve", "editor"))
              .open("/write/" + conference + "/import")
              .ready();
      desk.page()
          .setInputFiles(
              "#files",
              new FilePayload[] {
                page("one.md", "+++\ntitle = \"One\"\ndate = 2026-03-02\n+++\n\nHello.\n"),
                page("two.md", "+++\ntitle = \"Two\"\ndate = 2026-03-02\n+++\n\nGood bye.\n")
              });
      assertThat(desk.page().locator("#report h2")).hasText("It is imported");
      assertThat(desk.page().locator("#report")).containsText("2 new");
      assertThat(bodyOf(conference, "two")).contains("Good bye.");
      desk.page().setInputFiles("#files", page("broken.json", "{"));
      assertThat(desk.page().locator("#report [role=alert]")).containsText("Nothing was changed");
    }
  }

  @Test
  void historyShowsWhatIsDifferentAndBringsItBackAndARetractedNoteToo() {
    String conference = conference("desk-history");
    SYSTEM
        .editor()
        .put(
            api(conference) + "/notes/first",
            Api.JSON,
            "{\"title\":\"First note\",\"date\":\"2026-03-02\",\"body\":\"The second version.\"}")
        .ok();
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk =
          Desk.signIn(browser, SYSTEM.token("eve", "editor"))
              .open(note(conference, "first") + "/history?revision=1");
      assertThat(desk.page().locator("#difference del").first()).containsText("first");
      assertThat(desk.page().locator("#difference ins").first()).containsText("second");
      desk.button("Restore and publish").click();
      assertThat(desk.page().locator(".notice").first()).containsText("The old text is back");
      assertThat(bodyOf(conference, "first")).isEqualTo("The first.");

      desk.ready();
      desk.page().getByText("Retract this note").click();
      desk.button("Retract it").click();
      assertThat(desk.page().locator(".notice").first()).containsText("The note is retracted");
      SYSTEM.anybody().get(api(conference) + "/notes/first").problem(404);
      desk.open(note(conference, "first") + "/history?revision=1");
      desk.button("Restore as a draft").click();
      assertThat(desk.page().locator(".badge.state")).hasText("draft");
      assertThat(bodyOf(conference, "first")).isEqualTo("The first.");
    }
  }

  @Test
  void aPlainFormWritesAndPublishesWithoutScripts() {
    String conference = conference("desk-plain");
    try (BrowserContext browser =
        chromium.visitor(
            SYSTEM.address(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Desk desk = Desk.signIn(browser, SYSTEM.token("eve", "editor")).open("/write/" + conference);
      desk.link("Start a note on Good Examples").click();
      desk.body().fill("Written in a\nplain form.");
      desk.button("Publish").click();
      assertThat(desk.page().locator(".notice").first()).containsText("Published");
      assertThat(bodyOf(conference, "good-examples")).isEqualTo("Written in a\nplain form.");

      Desk late = desk.another(note(conference, "good-examples"));
      desk.body().fill("Saved first.");
      desk.button("Publish changes").click();
      late.body().fill("Saved second.");
      late.button("Publish changes").click();
      assertThat(late.page().locator(".notice").first()).containsText("Nothing is lost");
      assertThat(late.page().locator("textarea[readonly]")).hasValue("Saved first.");
      assertThat(late.body()).hasValue("Saved second.");
      assertThat(bodyOf(conference, "good-examples")).isEqualTo("Saved first.");

      late.page().getByLabel("Date").fill("no day");
      late.button("Publish changes").click();
      assertThat(late.page().locator(".notice.bad").first()).isVisible();
      assertThat(late.body()).hasValue("Saved second.");
    }
  }

  @Test
  void noPageKeepsAnybodyOutByDayByNightOrOnAPhone() {
    String conference = conference("desk-access");
    for (Browser.NewContextOptions way :
        List.of(
            new Browser.NewContextOptions(),
            new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK),
            new Browser.NewContextOptions().setViewportSize(360, 740))) {
      try (BrowserContext browser = chromium.visitor(SYSTEM.address(), way)) {
        Page signIn = browser.newPage();
        signIn.navigate("/write/sign-in");
        Chromium.assertAccessible(signIn);
        Desk desk = Desk.signIn(browser, SYSTEM.token("eve", "editor"));
        for (String path :
            List.of(
                "/write",
                "/write/" + conference,
                "/write/" + conference + "/new?talk=good-examples",
                note(conference, "first"),
                note(conference, "first") + "/history?revision=1",
                "/write/" + conference + "/arrange",
                "/write/" + conference + "/outline",
                "/write/" + conference + "/import",
                "/write/" + conference + "/settings")) {
          desk.open(path);
          if (desk.page().locator("form[data-conference]").count() > 0) {
            desk.ready();
          }
          if (path.endsWith("/arrange")) {
            assertThat(desk.page().locator(".entry-card").first()).isVisible();
          }
          Chromium.assertAccessible(desk.page());
          assertThat(desk.isTooWide()).as("%s is wider than its window", path).isFalse();
        }
      }
    }
  }

  @Test
  void whatPeopleCallThingsIsTextEverywhere() {
    String conference = conference("desk-hostile");
    String json = HOSTILE.replace("\\", "\\\\").replace("\"", "\\\"");
    Api editor = SYSTEM.editor();
    editor
        .put(
            api(conference) + "/talks/hostile",
            Api.JSON,
            "{\"title\":\"%s\",\"room\":\"%s\",\"speakers\":[{\"name\":\"%s\"}]}"
                .formatted(json, json, json))
        .ok();
    editor
        .put(
            api(conference) + "/notes/hostile",
            Api.JSON,
            "{\"title\":\"%s\",\"date\":\"2026-03-02\",\"talks\":[\"hostile\"],\"body\":\"%s</textarea><script>alert(1)</script>\"}"
                .formatted(json, json))
        .ok();
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk = Desk.signIn(browser, SYSTEM.token("eve", "editor"));
      desk.page()
          .onDialog(
              dialog -> {
                throw new AssertionError("a script ran: " + dialog.message());
              });
      desk.open("/write/" + conference);
      assertThat(desk.page().locator(".talk h3").last()).hasText(HOSTILE);
      desk.open(note(conference, "hostile")).ready();
      assertThat(desk.page().getByLabel("Title")).hasValue(HOSTILE);
      assertThat(desk.body()).hasValue(HOSTILE + "</textarea><script>alert(1)</script>");
      assertThat(desk.page().locator("#show-page")).containsText("{{7*7}}");
      desk.open(note(conference, "hostile") + "/history?revision=1");
      assertThat(desk.page().locator("#then-text")).containsText(HOSTILE);
      desk.open("/write/" + conference + "/arrange");
      assertThat(desk.page().locator(".entry-card").getByText(HOSTILE).first()).isVisible();
    }
  }

  @Test
  void noScriptSeesTheTokenAndSigningOutForgetsIt() {
    String conference = conference("desk-token");
    try (BrowserContext browser = chromium.visitor(SYSTEM.address())) {
      Desk desk = Desk.signIn(browser, SYSTEM.token("eve", "editor")).open("/write/" + conference);
      assertThat((String) desk.page().evaluate("document.cookie")).isEmpty();
      assertThat(desk.page().content()).doesNotContain(SYSTEM.token("eve", "editor"));
      desk.button("Sign out").click();
      assertThat(desk.page().getByLabel("Your token")).isVisible();
      desk.open("/write/" + conference);
      assertThat(desk.page().getByLabel("Your token")).isVisible();
    }
  }

  /** Presses Tab until the element of that name has the focus, as somebody without a mouse does. */
  private static void tabTo(Desk desk, String name) {
    Page page = desk.page();
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      String focused =
          (String)
              page.evaluate(
                  """
                  () => {
                    let node = document.activeElement;
                    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
                    return node?.getAttribute("aria-label") ?? node?.textContent ?? "";
                  }""");
      if (focused.strip().equals(name)) {
        return;
      }
    }
    throw new AssertionError("the Tab key does not lead to " + name);
  }

  private static FilePayload page(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(UTF_8));
  }

  /** Empty if it names none. */
  private static String sectionOf(String conference, String note) {
    return stored(conference, note).at("/review/section").asText("");
  }

  private static String bodyOf(String conference, String note) {
    return stored(conference, note).path("body").asText();
  }

  private static JsonNode stored(String conference, String note) {
    return SYSTEM.editor().get(api(conference) + "/notes/" + note).ok().json();
  }

  private static String api(String conference) {
    return "/api/v1/conferences/" + conference;
  }

  private static String note(String conference, String note) {
    return "/write/" + conference + "/notes/" + note;
  }

  /** A conference of a test's own, with a talk, two published notes and a draft. */
  private static String conference(String slug) {
    Api editor = SYSTEM.editor();
    editor
        .put(
            api(slug),
            Api.JSON,
            "{\"title\":\"Example Days\",\"startDate\":\"2026-03-02\",\"endDate\":\"2026-03-03\","
                + "\"digest\":{\"summary\":\"Two days.\"}}")
        .ok();
    editor
        .put(
            api(slug) + "/talks/good-examples",
            Api.JSON,
            "{\"title\":\"Good Examples\",\"start\":\"2026-03-02T15:00:00\",\"speakers\":[{\"name\":\"Bo Li\"}]}")
        .ok();
    editor
        .put(
            api(slug) + "/notes/first", Api.JSON, noteJson("First note", "The first.", "published"))
        .ok();
    Answer last =
        editor
            .put(
                api(slug) + "/notes/second",
                Api.JSON,
                noteJson("Second note", "The second.", "published"))
            .ok();
    editor.put(api(slug) + "/notes/draft", Api.JSON, noteJson("A draft", "Not yet.", "draft")).ok();
    SYSTEM.anybody().digestAfter(last, slug, "md").ok();
    return slug;
  }

  private static String noteJson(String title, String body, String state) {
    return "{\"title\":\"%s\",\"date\":\"2026-03-02\",\"body\":\"%s\",\"state\":\"%s\"}"
        .formatted(title, body, state);
  }
}
