package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever reads with the token of her write sees it. */
class ReadYourWritesTest {

  private final DigestSystem system = DigestSystem.running();

  @Test
  void neverReadsADigestOlderThanTheTokenAsksFor() {
    Api api = system.editor();
    api.put("/api/v1/conferences/read-your-writes", Api.JSON, "{\"title\":\"RYW\"}").ok();
    long revision = 0;
    for (int i = 1; i <= 500; i++) {
      String marker = "write number " + i + " of many";
      Answer write =
          api.put(
                  "/api/v1/conferences/read-your-writes/notes/n" + i % 7,
                  Api.JSON,
                  """
                  {"title":"N","date":"2020-06-24","body":"B","review":{"entry":"%s"}}
                  """
                      .formatted(marker))
              .ok();
      Answer read = system.anybody().digestAfter(write, "read-your-writes", "md").ok();
      assertThat(read.text()).contains(marker);
      assertThat(read.revision()).isGreaterThan(revision);
      revision = read.revision();
    }
  }

  @Test
  void neverProposesOnADigestOlderThanTheTokenAsksFor() {
    Api api = system.editor();
    String conference = "/api/v1/conferences/propose-on-your-writes";
    api.put(conference, Api.JSON, "{\"title\":\"Proposals\"}").ok();
    for (int i = 1; i <= 100; i++) {
      Answer write =
          api.put(
                  conference + "/notes/n" + i % 7,
                  Api.JSON,
                  """
                  {"title":"Write number %d","date":"2020-06-24","body":"B"}
                  """
                      .formatted(i))
              .ok();
      Answer proposed =
          system
              .anybody()
              .post(
                  conference + "/digest/proposal",
                  Api.JSON,
                  "{}".getBytes(UTF_8),
                  "Digest-After",
                  write.header("Digest-After"))
              .ok();
      assertThat(proposed.json().path("html").asText()).contains("Write number " + i);
    }
  }

  @Test
  void saysHowFarTheDigestHasComeWhenTheTimeIsUp() {
    Api api = system.editor();
    api.put("/api/v1/conferences/not-yet", Api.JSON, "{\"title\":\"Not yet\"}").ok();
    String future =
        new org.conferencedigest.events.DigestAfter(
                "not-yet", java.util.Map.of("notes/never", 1_000L))
            .encode();

    system
        .anybody()
        .get("/api/v1/conferences/not-yet/digest.md", "Digest-After", future, "Prefer", "wait=1")
        .problem(504);
  }
}
