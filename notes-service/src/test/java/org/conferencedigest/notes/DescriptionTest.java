package org.conferencedigest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DescriptionTest {

  @Test
  void tellsOfEachRouteWhatItDoesAndWhatItNeeds() throws IOException {
    Map<?, ?> paths = (Map<?, ?>) Objects.requireNonNull(description().get("paths"));

    assertThat(paths.keySet().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            "/api/v1/conferences",
            "/api/v1/conferences/{conference}",
            "/api/v1/conferences/{conference}/content",
            "/api/v1/conferences/{conference}/notes",
            "/api/v1/conferences/{conference}/notes/{note}",
            "/api/v1/conferences/{conference}/notes/{note}/revisions",
            "/api/v1/conferences/{conference}/notes/{note}/revisions/{revision}",
            "/api/v1/conferences/{conference}/schedule",
            "/api/v1/conferences/{conference}/talks",
            "/api/v1/conferences/{conference}/talks/{talk}",
            "/internal/republish");
    paths.forEach(
        (path, methods) ->
            ((Map<?, ?>) methods)
                .forEach(
                    (method, operation) -> {
                      Map<?, ?> described = (Map<?, ?>) operation;
                      String what = method + " " + path;
                      assertThat(described.get("summary")).as(what).isNotNull();
                      assertThat((Map<?, ?>) described.get("responses")).as(what).isNotEmpty();
                      if (List.of("put", "post", "delete").contains(method)) {
                        assertThat(described.get("security")).as(what).isNotNull();
                      }
                      assertThat(String.valueOf(described.get("parameters")))
                          .as(what)
                          .doesNotContain("caller", "conditions");
                    }));
  }

  @Test
  void tellsOfBothFormsOfANote() throws IOException {
    String text = description().toString();

    assertThat(text).contains("text/markdown", "application/zip", "application/json");
  }

  private static Map<?, ?> description() throws IOException {
    try (InputStream yaml =
        Files.newInputStream(
            Path.of("target/classes/META-INF/swagger/conference-digest-notes-v1.yml"))) {
      return (Map<?, ?>)
          Objects.requireNonNull(
              new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
    }
  }
}
