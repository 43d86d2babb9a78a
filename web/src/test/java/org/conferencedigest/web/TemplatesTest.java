package org.conferencedigest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static final String EVIL = "</title><script>alert(1)</script>\"'&";

  @Test
  void whatIsShownIsEscapedWhereItStands() {
    Head head =
        Head.of(EVIL)
            .withCanonical("https://digest.example/x?a=\"b\"")
            .withDescription(EVIL)
            .withAlternate("text/markdown", "/x\"y", EVIL)
            .withData("{\"name\":\"</script><script>alert(1)</script>\"}");

    String page =
        Templates.render("html", Map.of("head", head, "kind", "x", "html", "<p>as is</p>"));

    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset")
        .contains("<p>as is</p>")
        .contains("a=&#34;b&#34;")
        .contains("{\"name\":\"\\u003c/script>")
        .doesNotContain("<script>");
  }

  @Test
  void aFrameIsThePageWithoutItsContent() {
    Map<String, Object> parameters = Map.of("head", Head.of("A title"), "kind", "digest");

    Templates.Frame frame = Templates.frame("page", parameters);

    assertThat(frame.before()).contains("<title>A title</title>").endsWith("tabindex=\"-1\">\n");
    assertThat(frame.after()).startsWith("\n</main>").endsWith("</html>\n");
  }
}
