package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The week in which a real digest was written, replayed through the API. */
class HistoryTest {

  private static final String CONFERENCE = "/api/v1/conferences/history";

  private final DigestSystem system = DigestSystem.running();

  @TempDir Path folder;

  @Test
  void keepsTheDigestRightAfterEachPatch() throws IOException {
    Path history = Samples.sample("spark-2020/history");
    String expected = Files.readString(Samples.sample("spark-2020/content/summary.md"));
    Path pages = folder.resolve("content/spark/2020");
    Files.createDirectories(pages);
    Api api = system.editor();
    Answer last = api.put(CONFERENCE, Api.JSON, conferenceLinkingToEverything()).ok();
    Map<String, String> before = Map.of();
    try (Stream<Path> files = Files.list(history)) {
      for (Path patch : files.sorted().toList()) {
        Samples.run(folder, List.of("git", "apply", "--whitespace=nowarn", patch.toString()));
        Map<String, String> after = Samples.markdown(pages);
        last = publish(api, before, after, last);
        check(patch.getFileName().toString(), last, after);
        before = after;
      }
    }

    assertThat(api.digestAfter(last, "history", "hugo.md").ok().text()).isEqualTo(expected);
  }

  private Answer publish(
      Api api, Map<String, String> before, Map<String, String> after, Answer last) {
    Answer write = last;
    for (Map.Entry<String, String> file : after.entrySet()) {
      String name = file.getKey();
      if (file.getValue().equals(before.get(name))) {
        continue;
      }
      write =
          isPost(name)
              ? api.post(
                      CONFERENCE + "/content?name=" + name,
                      Api.MARKDOWN,
                      file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                  .ok()
              : api.put(
                      CONFERENCE + "/notes/" + name.replace(".md", ""),
                      Api.MARKDOWN,
                      file.getValue())
                  .ok();
      api.digestAfter(write, "history", "md").ok();
    }
    return write;
  }

  private void check(String patch, Answer write, Map<String, String> pages) {
    TreeSet<String> published = new TreeSet<>();
    TreeSet<String> drafts = new TreeSet<>();
    pages.forEach(
        (name, text) -> {
          if (!isPost(name)) {
            (text.contains("\ndraft = true\n") ? drafts : published).add(name.replace(".md", ""));
          }
        });
    JsonNode digest = system.anybody().digestAfter(write, "history", "json").ok().json();
    assertThat(new TreeSet<>(digest.path("notes").findValuesAsText("slug")))
        .as(patch)
        .containsAll(published)
        .doesNotContainAnyElementsOf(drafts.isEmpty() ? List.of("-") : drafts);
    String html = system.anybody().digestAfter(write, "history", "html").ok().text();
    String hugo = system.anybody().digestAfter(write, "history", "hugo.md").ok().text();
    String markdown = system.anybody().digestAfter(write, "history", "md").ok().text();
    for (String draft : drafts) {
      assertThat(html).as(patch).doesNotContain("/notes/" + draft + "\"");
      assertThat(hugo).as(patch).doesNotContain(draft + ".md");
      assertThat(markdown).as(patch).doesNotContain("/notes/" + draft);
      assertThat(html).as("%s: the link's words", patch).contains("see " + draft);
    }
    assertThat(html).as(patch).startsWith("<!DOCTYPE html>").contains("</html>");
  }

  /** An outline that links to notes long before they exist. */
  private static String conferenceLinkingToEverything() throws IOException {
    Map<String, String> links = new TreeMap<>();
    for (String name : Samples.markdown(Samples.sample("spark-2020/content")).keySet()) {
      String slug = name.replace(".md", "");
      links.put(slug, " * [see " + slug + "](note:" + slug + ")");
    }
    String outline = String.join("\\n", links.values()) + "\\n\\n<!-- digest:days -->\\n";
    return """
        {"title": "Spark 2020", "timeZone": "America/Los_Angeles", "outline": "%s",
         "digest": {"path": "spark/2020"}}
        """
        .formatted(outline);
  }

  private static boolean isPost(String name) {
    return name.equals("index.md") || name.equals("summary.md");
  }
}
