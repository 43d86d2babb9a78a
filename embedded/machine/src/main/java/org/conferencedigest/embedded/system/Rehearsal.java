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

  /** As many as a large conference has, so that the methods that read them are hot. */
  private static final int TALKS = 400;

  private Rehearsal() {}

  /** Reads and writes the demonstration, which has been loaded before, and imports programmes. */
  public static void perform(Api api) throws ApiException {
    byte[] programme = programme().getBytes(StandardCharsets.UTF_8);
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
      api.post(Api.conference("rehearsal-" + round) + "/schedule", "application/xml", programme);
    }
    api.get(conference + "/hugo.zip");
    api.get("/conferences/" + Demonstration.SLUG);
    api.get("/");
  }

  private static String programme() {
    StringBuilder xml = new StringBuilder("<schedule><conference><title>A rehearsal</title>");
    xml.append("<time_zone_name>Europe/Brussels</time_zone_name></conference>");
    xml.append("<day date=\"2030-05-04\"><room name=\"Hall\">");
    for (int i = 0; i < TALKS; i++) {
      xml.append(
          """
          <event guid="rehearsed-%1$d" id="%1$d"><start>%2$02d:%3$02d</start><duration>00:25</duration>
            <title>Talk %1$d: what we learnt</title><slug>talk-%1$d</slug><track>Learning</track>
            <abstract>&lt;p&gt;What &lt;em&gt;number %1$d&lt;/em&gt; is about.&lt;/p&gt;</abstract>
            <persons><person id="%1$d">Ann Example %1$d</person></persons>
            <links><link href="https://example.org/%1$d">Slides</link></links></event>
          """
              .formatted(i, 9 + i / 60 % 10, i % 60));
    }
    return xml.append("</room></day></schedule>").toString();
  }
}
