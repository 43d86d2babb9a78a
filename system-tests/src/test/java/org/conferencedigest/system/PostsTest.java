package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts by anyone go in, and come out as they were; one entry changes, and nothing else does. */
class PostsTest {

  private static final Path POSTS =
      Samples.repository().resolve("notes-service/src/test/resources/posts");

  private final DigestSystem system = DigestSystem.running();

  @Test
  void givesBackPostsOfAllKindsByteForByte() {
    Map<String, String> posts = Samples.markdown(POSTS);
    assertThat(posts).hasSizeGreaterThan(25);
    posts.forEach(this::comesBack);
  }

  @Test
  void givesBackTheSamplePostsByteForByte() {
    Samples.markdown(Samples.sample("posts")).forEach(this::comesBack);
  }

  private void comesBack(String name, String post) {
    String conference = "post-" + name.replaceAll("[^a-z0-9-]+", "-").replaceAll("-+$", "");
    Answer imported = send(conference, name, post);
    Api api = system.editor();

    assertThat(imported.json().path("exact").asBoolean()).as(name).isTrue();
    assertThat(api.digestAfter(imported, conference, "hugo.md").ok().text())
        .as(name)
        .isEqualTo(post);
    JsonNode digest = api.digestAfter(imported, conference, "json").ok().json();
    assertThat(digest.path("notes").size())
        .as(name)
        .isEqualTo(imported.json().path("created").size());
    String html = api.digestAfter(imported, conference, "html").ok().text();
    assertThat(html).as(name).startsWith("<!DOCTYPE html>").contains("</html>");
    Answer again = send(conference, name, post);
    assertThat(again.json().path("outcome").asText()).as(name).isEqualTo("unchanged");
    assertThat(again.json().path("changed")).as(name).isEmpty();
    assertThat(api.digestAfter(again, conference, "json").ok().revision())
        .as(name)
        .isEqualTo(api.digestAfter(imported, conference, "json").ok().revision());
  }

  @ParameterizedTest
  @CsvSource({
    "paragraph,01-hugo-yaml-days.md,ropes-and-roots",
    "item,16-nested-lists.md,leaves",
    "numbered,04-multimarkdown.md,who-owns-the-toll-booth",
    "crlf,05-crlf-bom-setext.md,frames-of-mind",
    "heading,21-tracks.md,forms",
    "tight-and-loose,28-mixed-list-tight-loose.md,three",
    "japanese,10-japanese.md,塩とキャッシュ"
  })
  void changesTheBytesOfOneEntryAndNoOthers(String structure, String name, String slug) {
    String conference = "entry-" + structure;
    String post = java.util.Objects.requireNonNull(Samples.markdown(POSTS).get(name));
    send(conference, name, post);
    Api api = system.editor();
    String path =
        "/api/v1/conferences/"
            + conference
            + "/notes/"
            + java.net.URLEncoder.encode(slug, UTF_8).replace("+", "%20");
    ObjectNode note = api.get(path, "Accept", Api.JSON).ok().json().deepCopy();
    String entry = note.path("review").path("entry").asText();
    String last = entry.substring(entry.lastIndexOf('\n') + 1);
    assertThat(post).as("a line that stands once in the post").containsOnlyOnce(last);
    String other = last + " And seven purple zebras.";
    ((ObjectNode) note.path("review"))
        .put("entry", entry.substring(0, entry.length() - last.length()) + other);

    Answer write = api.put(path, Api.JSON, note.toString()).ok();

    assertThat(api.digestAfter(write, conference, "hugo.md").ok().text())
        .isEqualTo(post.replace(last, other));
  }

  private Answer send(String conference, String name, String post) {
    return system
        .editor()
        .post(
            "/api/v1/conferences/" + conference + "/content?name=" + name,
            Api.MARKDOWN,
            post.getBytes(UTF_8))
        .ok();
  }
}
