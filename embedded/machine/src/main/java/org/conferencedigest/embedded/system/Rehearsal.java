package org.conferencedigest.embedded.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.conferencedigest.embedded.client.Api;
import org.conferencedigest.embedded.client.ApiException;

/**
 * Ordinary use of a machine for a while, from which its JVMs learn which classes they load and
 * which methods are hot, for the archives their later starts begin with.
 */
public final class Rehearsal {

  private static final Duration LENGTH = Duration.ofSeconds(8);
  private static final List<String> READ =
      List.of("/digest.html", "/digest.hugo.md", "/digest.md", "/digest.json", "/notes", "/talks");

  private Rehearsal() {}

  /** Reads and writes the demonstration, which has been loaded before. */
  public static void perform(Api api) throws ApiException {
    String conference = Api.conference(Demonstration.SLUG);
    long end = System.nanoTime() + LENGTH.toNanos();
    for (int round = 0; System.nanoTime() < end; round++) {
      String note =
          """
          {"title": "A rehearsal", "body": "Round %d", "review": {"verdict": "watched"}}"""
              .formatted(round);
      Api.Answer written =
          api.put(
              conference + "/notes/rehearsal",
              "application/json",
              note.getBytes(StandardCharsets.UTF_8));
      String token = written.digestAfter();
      if (token != null) {
        api.get(conference + "/digest.html", "Digest-After", token);
      }
      for (String path : READ) {
        api.get(conference + path);
      }
    }
    api.get(conference + "/hugo.zip");
    api.get("/conferences/" + Demonstration.SLUG);
    api.get("/");
  }
}
