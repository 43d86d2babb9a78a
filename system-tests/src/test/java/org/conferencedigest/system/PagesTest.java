package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page, in a real browser. */
class PagesTest {

  private static final DigestSystem SYSTEM = DigestSystem.running();
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void nobodyIsKeptOut() {
    try (BrowserContext visitor = chromium.visitor(SYSTEM.address())) {
      Page page = visitor.newPage();
      for (String path : List.of("/", "/docs")) {
        page.navigate(path);
        Chromium.assertAccessible(page);
      }
      assertThat(chromium.complaints()).isEmpty();
    }
  }
}
