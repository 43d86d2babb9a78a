package org.conferencedigest.embedded.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

  @TempDir Path folder;

  @Test
  void sendsThePagesOfAFolderAsAZip() throws Exception {
    write("summary.md", "the post");
    write("notes/größe.md", "a note");
    write("notes/old.markdown", "another");
    write("picture.png", "no page");
    Content content = Content.read(folder);
    assertThat(content.contentType()).isEqualTo("application/zip");
    assertThat(content.files()).isEqualTo(3);
    assertThat(unzipped(content.body()))
        .containsExactly(
            Map.entry("notes/größe.md", "a note"),
            Map.entry("notes/old.markdown", "another"),
            Map.entry("summary.md", "the post"));
  }

  @Test
  void sendsOnePageWithItsName() throws Exception {
    write("a post & more.md", "the post");
    Content content = Content.read(folder.resolve("a post & more.md"));
    assertThat(content.path()).isEqualTo("/content?name=a%20post%20%26%20more.md");
    assertThat(new String(content.body(), StandardCharsets.UTF_8)).isEqualTo("the post");
  }

  @Test
  void sendsAProgrammeWhereProgrammesGo() throws Exception {
    write("schedule.xml", "<schedule/>");
    assertThat(Content.read(folder.resolve("schedule.xml")).path()).isEqualTo("/schedule");
  }

  @Test
  void knowsAProgrammeByWhatIsInIt() throws Exception {
    write("a", "\ufeff <?xml version='1.0'?><schedule/>");
    write("b.txt", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
    write("c", "// by hand\n{\"schedule\": {}}");
    for (String name : new String[] {"a", "b.txt", "c"}) {
      assertThat(Content.read(folder.resolve(name)).path()).as(name).isEqualTo("/schedule");
    }
  }

  @Test
  void sendsAFolderOfRecordingsWhereProgrammesGo() throws Exception {
    write("category.json", "{}");
    write("videos/one.json", "{}");
    Content content = Content.read(folder);
    assertThat(content.path()).isEqualTo("/schedule");
    assertThat(unzipped(content.body())).containsOnlyKeys("category.json", "videos/one.json");
    Files.write(folder.resolve("list.zip"), content.body());
    assertThat(Content.read(folder.resolve("list.zip")).path()).isEqualTo("/schedule");
    write("summary.md", "the post");
    Content blog = Content.read(folder);
    assertThat(blog.path()).isEqualTo("/content");
    Files.write(folder.resolve("blog.zip"), blog.body());
    assertThat(Content.read(folder.resolve("blog.zip")).path()).isEqualTo("/content");
  }

  @Test
  void refusesWhatIsNoContent() throws Exception {
    write("picture.png", "no page");
    assertThatThrownBy(() -> Content.read(folder.resolve("picture.png")))
        .isInstanceOf(UnknownContentException.class)
        .hasMessageContaining("nothing that can be imported");
    assertThatThrownBy(() -> Content.read(folder))
        .isInstanceOf(UnknownContentException.class)
        .hasMessageContaining("no Markdown file");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        pages.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return pages;
  }
}
