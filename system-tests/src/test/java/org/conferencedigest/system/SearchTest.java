package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Published notes are found as soon as the digest holds them, and no longer than they are there.
 */
class SearchTest {

  private static final String CONFERENCE = "search-here";

  private final DigestSystem system = DigestSystem.running();

  @Test
  void findsWhatIsPublishedInManyLanguages() {
    Api editor = system.editor();
    editor.put("/api/v1/conferences/" + CONFERENCE, Api.JSON, "{\"title\":\"Search\"}").ok();
    editor
        .put(
            "/api/v1/conferences/" + CONFERENCE + "/talks/t",
            Api.JSON,
            "{\"title\":\"A talk\",\"speakers\":[{\"name\":\"Zoë Quellmann\"}]}")
        .ok();
    write("english", "The **models** are running in the cluster, and that is it.", "t");
    write("german", "Die Häuser werden nicht mit den Daten geprüft.");
    write("japanese", "データ品質の検査について");
    system
        .author("nora")
        .put(
            "/api/v1/conferences/" + CONFERENCE + "/notes/by-nora",
            Api.JSON,
            "{\"title\":\"Of another\",\"date\":\"2026-03-02\",\"body\":\"Words.\"}")
        .ok();
    Answer last = write("hebrew", "איכות הנתונים <script>alert(1)</script>");
    editor.digestAfter(last, CONFERENCE, "json").ok();

    assertThat(found("model run")).containsExactly("english");
    assertThat(found("\"running in the cluster\"")).containsExactly("english");
    assertThat(found("\"cluster running\"")).isEmpty();
    assertThat(found("zoe quellmann")).containsExactly("english");
    assertThat(found("Haus")).containsExactly("german");
    assertThat(found("häuser")).containsExactly("german");
    assertThat(found("hauser")).containsExactly("german");
    assertThat(found("品質")).containsExactly("japanese");
    assertThat(found("הנתונים")).containsExactly("hebrew");
    assertThat(found("& | ! ' \\ ( :*")).isEmpty();
    JsonNode fragment = search("models").path("items").path(0).path("fragment");
    assertThat(fragment.findValuesAsText("text")).contains("models");
    assertThat(fragment.toString()).contains("{\"text\":\"models\",\"found\":true}");
    assertThat(system.anybody().get("/search?q=models&conference=" + CONFERENCE).ok().text())
        .contains("<mark>models</mark>");
    assertThat(system.anybody().get("/authors/nora").ok().text())
        .contains("/conferences/" + CONFERENCE + "/notes/by-nora");
    assertThat(system.anybody().get("/authors/nobody").status()).isEqualTo(404);
    assertThat(system.anybody().get("/sitemap.xml").ok().text())
        .contains("/conferences/" + CONFERENCE + "/notes/hebrew</loc>");
    assertThat(system.anybody().get("/api/v1/search?q=x&limit=0").status()).isEqualTo(400);

    Answer gone = editor.delete("/api/v1/conferences/" + CONFERENCE + "/notes/english").ok();
    editor.digestAfter(gone, CONFERENCE, "json").ok();
    assertThat(found("models")).isEmpty();
  }

  private Answer write(String note, String body, String... talks) {
    return system
        .editor()
        .put(
            "/api/v1/conferences/" + CONFERENCE + "/notes/" + note,
            Api.JSON,
            "{\"title\":\"A note\",\"date\":\"2026-03-02\",\"body\":\"%s\",\"talks\":[%s]}"
                .formatted(body, talks.length == 0 ? "" : '"' + talks[0] + '"'))
        .ok();
  }

  private List<String> found(String words) {
    List<String> notes = new ArrayList<>();
    search(words).path("items").forEach(item -> notes.add(item.path("note").asText()));
    return notes;
  }

  private JsonNode search(String words) {
    return system
        .anybody()
        .get(
            "/api/v1/search?conference="
                + CONFERENCE
                + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .ok()
        .json();
  }
}
