package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser, as it is installed here; tests that need it are skipped, saying so, where there
 * is none. One test at a time uses it: Playwright belongs to the thread that made it.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it. The caller closes it. */
  static Chromium start() {
    Optional<Path> program = program();
    Assumptions.assumeTrue(
        program.isPresent(), "there is no Chromium on the PATH: install it to run this test");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run"))));
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A visit by somebody who was never here before: no cookies, nothing stored, nothing cached. */
  BrowserContext visitor(URI site, Browser.NewContextOptions options) {
    BrowserContext context =
        browser.newContext(
            options.setBaseURL(site.toString()).setLocale("en-GB").setTimezoneId("Europe/Berlin"));
    context.setDefaultTimeout(20_000);
    context.onPage(this::listenTo);
    return context;
  }

  BrowserContext visitor(URI site) {
    return visitor(site, new Browser.NewContextOptions());
  }

  private void listenTo(Page page) {
    page.onPageError(error -> complaints.add(page.url() + " throws: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + " logs: " + message.text());
          }
        });
  }

  /** Uncaught errors and refusals (of the Content-Security-Policy, for one) since the last call. */
  List<String> complaints() {
    List<String> found = List.copyOf(complaints);
    complaints.clear();
    return found;
  }

  /** Fails if axe-core finds a barrier in a page, saying which, and where. */
  static void assertAccessible(Page page) {
    assertThat(
            new AxeBuilder(page)
                .analyze().getViolations().stream()
                    .flatMap(
                        rule ->
                            rule.getNodes().stream()
                                .map(
                                    node ->
                                        "%s (%s): %s at %s"
                                            .formatted(
                                                rule.getId(),
                                                rule.getImpact(),
                                                node.getFailureSummary(),
                                                node.getTarget())))
                    .toList())
        .as("barriers at %s", page.url())
        .isEmpty();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
