package org.conferencedigest.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pictures of the pages, light, dark, and on a phone, for people to look at. No test, and made only
 * when asked for:
 *
 * <pre>
 * mvn -pl system-tests -am test -Dtest=Screenshots -Dscreenshots=FOLDER -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class Screenshots {

  private static final Map<String, String> PAGES =
      Map.of(
          "home", "/",
          "digest", "/conferences/pictures",
          "note", "/conferences/pictures/notes/data_quality_netflix",
          "search", "/search?q=data+quality",
          "author", "/authors/eve",
          "problem", "/nothing",
          "api", "/docs");

  private final DigestSystem system = DigestSystem.running();

  @Test
  void areTaken() {
    Path folder = Path.of(System.getProperty("screenshots"));
    Api editor = system.editor();
    Answer imported =
        editor
            .post(
                "/api/v1/conferences/pictures/content",
                Api.ZIP,
                Samples.zip(Samples.markdown(Samples.demonstration())))
            .ok();
    editor.digestAfter(imported, "pictures", "json").ok();
    try (Chromium chromium = Chromium.start()) {
      take(chromium, folder, "light", new Browser.NewContextOptions().setViewportSize(1280, 1000));
      take(
          chromium,
          folder,
          "dark",
          new Browser.NewContextOptions()
              .setViewportSize(1280, 1000)
              .setColorScheme(ColorScheme.DARK));
      take(chromium, folder, "phone", new Browser.NewContextOptions().setViewportSize(390, 844));
    }
  }

  private void take(
      Chromium chromium, Path folder, String kind, Browser.NewContextOptions options) {
    try (BrowserContext visitor = chromium.visitor(system.address(), options)) {
      Page page = visitor.newPage();
      PAGES.forEach(
          (name, path) -> {
            page.navigate(path);
            if (name.equals("digest")) {
              page.waitForSelector("[data-edition] .live[data-state=live]");
            }
            page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + kind + ".png")));
          });
    }
  }
}
