package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes made to run a script, on pages that a browser opens. */
@NeedsBrowser
class HostileNotesTest {

  /** What runs, asks for something, or leads to a script, if anything got through. */
  private static final String FOUND =
      """
      const protocol = url => {
        try {
          return new URL(url, location).protocol;
        } catch {
          return 'https:'; // leads nowhere
        }
      };
      return [...document.querySelectorAll('main *')].flatMap(element => [
        ...(/^(script|style|iframe|object|embed|form|input|svg|math|link|meta|base)$/
            .test(element.localName) && !element.closest('.search') ? [element.outerHTML] : []),
        ...[...element.attributes]
          .filter(attribute => attribute.name.startsWith('on')
            || attribute.name === 'style'
            || (/^(href|src)$/.test(attribute.name)
                && !/^(https?|mailto|tel):$/.test(protocol(attribute.value))))
          .map(attribute => element.outerHTML),
      ]);
      """;

  private final DigestSystem system = DigestSystem.running();

  @Test
  void nothingRuns() throws IOException {
    List<String> attacks =
        Files.readAllLines(
                Samples.repository().resolve("summary-service/src/test/resources/attacks.txt"))
            .stream()
            .map(String::translateEscapes)
            .toList();
    assertThat(attacks).hasSizeGreaterThan(200);
    publish(attacks);
    List<String> dialogs = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    try (Chromium chromium = Chromium.start();
        BrowserContext visitor = chromium.visitor(system.address())) {
      Page page = visitor.newPage();
      page.onDialog(
          dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
          });
      page.onRequest(
          request -> {
            if (!request.url().startsWith(system.address().toString())
                && !request.resourceType().equals("image")) {
              foreign.add(request.url());
            }
          });
      for (String path : List.of("/conferences/hostile", "/conferences/hostile/notes/all")) {
        page.navigate(path);
        assertThat(page.evaluate("() => {" + FOUND + "}")).isEqualTo(List.of());
        page.locator("main a").all().stream().limit(20).forEach(link -> link.hover());
      }
    }
    assertThat(dialogs).isEmpty();
    assertThat(foreign).isEmpty();
  }

  /** Each attack as an entry of its own, and all of them in one note. */
  private void publish(List<String> attacks) throws IOException {
    Api editor = system.editor();
    editor.put("/api/v1/conferences/hostile", Api.JSON, "{\"title\":\"Hostile\"}").ok();
    for (int i = 0; i < attacks.size(); i++) {
      put(editor, "n" + i, "x", attacks.get(i).replace("\0", "\uFFFD"));
    }
    Answer last =
        put(editor, "all", String.join("\n\n", attacks).replace("\0", "\uFFFD"), "All of them.");
    editor.digestAfter(last, "hostile", "json").ok();
  }

  private static Answer put(Api editor, String slug, String body, String entry) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode note = json.createObjectNode();
    note.put("title", "\"><script>alert(1)</script>");
    note.put("date", "2026-03-02");
    note.put("body", body);
    note.putObject("review").put("entry", entry).put("verdict", "best");
    return editor
        .put("/api/v1/conferences/hostile/notes/" + slug, Api.JSON, json.writeValueAsString(note))
        .ok();
  }
}
