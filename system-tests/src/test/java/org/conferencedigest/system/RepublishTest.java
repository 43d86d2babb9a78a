package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Topics that are lost are filled again from the notes database, and digests are built of them. */
class RepublishTest {

  private static final List<String> TOPICS = List.of("talk-reviewed", "conference-changed");
  private static final List<String> FORMATS = List.of("hugo.md", "md", "html", "json");

  @Test
  void digestsBuiltOfTheTopicsThatWereLostAreTheSameBytes() throws Exception {
    try (DigestSystem system = DigestSystem.start()) {
      Api editor = system.editor();
      String conference = "/api/v1/conferences/lost";
      editor
          .post(
              conference + "/content",
              Api.ZIP,
              Samples.zip(Samples.markdown(Samples.demonstration())))
          .ok();
      editor.put(conference + "/notes/away", Api.JSON, "{\"title\":\"A\",\"body\":\"B\"}").ok();
      Answer last = editor.delete(conference + "/notes/away").ok();
      editor.digestAfter(last, "lost", "md").ok();
      List<String> before = digests(system);
      loseTopics(system);
      // A service makes the topics that are missing when it starts.
      system.killHard(Part.NOTES_SERVICE);
      Api operator = editor.at(system.notesService());
      DigestSystem.await(
          Duration.ofMinutes(1),
          () -> operator.get("/health/readiness").status(),
          status -> status == 200);

      operator.post("/internal/republish", Api.JSON, new byte[0]).ok();
      DigestSystem.await(
          Duration.ofMinutes(1),
          () -> operator.get("/internal/republish").ok().json().path("items").path(0),
          run -> run.path("state").asText().equals("done"));
      DigestSystem.await(
          Duration.ofMinutes(1),
          () -> operator.get("/internal/outbox").ok().json().path("waiting").asLong(),
          waiting -> waiting == 0);

      system.rebuild();
      assertThat(digests(system)).isEqualTo(before);
      Answer write =
          editor.put(conference + "/notes/n", Api.JSON, "{\"title\":\"On we go\",\"body\":\"B\"}");
      assertThat(editor.digestAfter(write.ok(), "lost", "md").ok().text()).contains("On we go");
    }
  }

  private static List<String> digests(DigestSystem system) {
    return FORMATS.stream()
        .map(
            format -> system.anybody().get("/api/v1/conferences/lost/digest." + format).ok().text())
        .toList();
  }

  private static void loseTopics(DigestSystem system)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.kafka()))) {
      admin.deleteTopics(TOPICS).all().get();
      DigestSystem.await(
          Duration.ofSeconds(30),
          () -> names(admin),
          names -> TOPICS.stream().noneMatch(names::contains));
    }
  }

  private static Set<String> names(Admin admin) {
    try {
      return admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
