package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a blog goes in, and the same folder comes out. */
class RoundTripTest {

  private final DigestSystem system = DigestSystem.running();

  @TempDir Path folder;

  @Test
  void givesBackTheDemonstrationByteForByte() throws IOException {
    importsAndGivesBack("round-trip-demo", Samples.markdown(Samples.demonstration()), "summary.md");
  }

  @Test
  void givesBackARealConferenceByteForByte() throws IOException {
    importsAndGivesBack(
        "round-trip", Samples.markdown(Samples.sample("spark-2020/content")), "summary.md");
  }

  @Test
  void hugoSeesTheSamePage() throws IOException {
    Path compare = Samples.repository().resolveSibling("shared/tools/hugo-compare");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isExecutable(compare) && onPath("hugo"), "hugo or the comparison is not here");
    Path content = Samples.sample("spark-2020/content");
    Map<String, String> files = Samples.markdown(content);
    Answer imported = importFolder("hugo-page", files);
    Path actual = folder.resolve("actual.md");
    Files.write(actual, system.editor().digestAfter(imported, "hugo-page", "hugo.md").ok().bytes());

    assertThat(
            Samples.run(
                folder,
                List.of(
                    compare.toString(),
                    content.resolve("summary.md").toString(),
                    actual.toString())))
        .contains("same page");
  }

  @Test
  void importingTheSameFolderAgainChangesNothing() {
    Map<String, String> files = Samples.markdown(Samples.demonstration());
    Answer first = importFolder("import-twice", files);
    long revision = system.editor().digestAfter(first, "import-twice", "json").ok().revision();

    Answer second = importFolder("import-twice", files);

    assertThat(second.json().path("created")).isEmpty();
    assertThat(second.json().path("changed")).isEmpty();
    assertThat(second.json().path("unchanged")).hasSize(19);
    assertThat(system.editor().digestAfter(second, "import-twice", "json").ok().revision())
        .isEqualTo(revision);
  }

  private void importsAndGivesBack(String conference, Map<String, String> files, String post)
      throws IOException {
    Answer imported = importFolder(conference, files);
    Api api = system.editor();

    assertThat(api.digestAfter(imported, conference, "hugo.md").ok().text())
        .isEqualTo(files.get(post));
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getKey().equals(post)) {
        String slug = file.getKey().replace(".md", "");
        Answer page =
            api.get("/api/v1/conferences/" + conference + "/notes/" + slug, "Accept", Api.MARKDOWN);
        assertThat(page.ok().text()).as(slug).isEqualTo(file.getValue());
      }
    }
    Map<String, String> unzipped = unzip(api.digestAfter(imported, conference, "json"), conference);
    assertThat(unzipped).containsAllEntriesOf(files);
    unzipped.keySet().removeAll(files.keySet());
    assertThat(unzipped.values()).as("placeholders").allMatch(file -> file.contains("[_build]"));
    JsonNode digest = api.digestAfter(imported, conference, "json").ok().json();
    assertThat(digest.path("notes")).hasSize(19);
    assertThat(digest.path("sections")).hasSize(4);
    Map<String, List<JsonNode>> blocks =
        digest.findParents("kind").stream()
            .collect(groupingBy(block -> block.path("kind").asText()));
    assertThat(blocks.get("tier"))
        .hasSize(2)
        .allSatisfy(tier -> assertThat(tier.path("recommendations")).hasSize(3));
    List<String> entries = new ArrayList<>();
    digest
        .findValues("entries")
        .forEach(list -> list.forEach(entry -> entries.add(entry.path("note").asText())));
    assertThat(entries).hasSize(19).doesNotHaveDuplicates();
  }

  /** The files of {@code hugo.zip}, by their names without folders. */
  private Map<String, String> unzip(Answer after, String conference) throws IOException {
    Answer zip = system.anybody().get("/api/v1/conferences/" + conference + "/hugo.zip");
    assertThat(after.ok().revision()).isPositive();
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.ok().bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(
              Path.of(entry.getName()).getFileName().toString(),
              new String(in.readAllBytes(), UTF_8));
        }
      }
    }
    return files;
  }

  private Answer importFolder(String conference, Map<String, String> files) {
    return system
        .editor()
        .post("/api/v1/conferences/" + conference + "/content", Api.ZIP, Samples.zip(files))
        .ok();
  }

  private static boolean onPath(String program) {
    for (String directory : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }
}
