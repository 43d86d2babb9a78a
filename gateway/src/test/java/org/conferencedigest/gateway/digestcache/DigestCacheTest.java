package org.conferencedigest.gateway.digestcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.gateway.Await;
import org.conferencedigest.gateway.FakeDigests;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.Updates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DigestCacheTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String KAFKA = TestMachine.kafka().bootstrapServers();
  private static final RunningGateway GATEWAY = start();
  private static final Updates UPDATES = new Updates(KAFKA, GATEWAY.bean(EventCodec.class));

  private final String conference = "conf-" + COUNT.incrementAndGet();
  private final FakeDigests digests = new FakeDigests(GATEWAY.summary(), conference).at(1);

  private static RunningGateway start() {
    Updates.createTopic(KAFKA);
    RunningGateway gateway = RunningGateway.start(Map.of("kafka.bootstrap.servers", KAFKA));
    Await.until("the topic to be read", () -> gateway.bean(UpdateFeed.class).isLive());
    return gateway;
  }

  @AfterAll
  static void stop() {
    UPDATES.close();
    GATEWAY.close();
  }

  private HttpResponse<String> read(String format, String... headers) {
    return GATEWAY.get("/api/v1/conferences/" + conference + "/digest." + format, headers);
  }

  private void awaitRevision(long revision) {
    Await.until(
        "revision " + revision, () -> GATEWAY.bean(Revisions.class).latest(conference) == revision);
  }

  @Test
  void servesTheSecondReadFromMemory() {
    HttpResponse<String> first = read("md");
    HttpResponse<String> second = read("md");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo(digests.text("md", 1)).isEqualTo(second.body());
    assertThat(second.headers().firstValue("ETag")).contains("\"md-1\"");
    assertThat(second.headers().firstValue("Link")).contains("</else>; rel=\"alternate\"");
    assertThat(second.headers().firstValue("Digest-Revision")).contains("1");
    assertThat(second.headers().firstValue("Last-Modified")).isPresent();
    assertThat(second.headers().firstValue("Cache-Control")).isPresent();
    assertThat(second.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(second.headers().firstValue("Cache-Status")).contains("gateway; hit");
    assertThat(second.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(digests.asked("md")).isEqualTo(1);
  }

  @Test
  void findsTheFormatByAccept() {
    String path = "/api/v1/conferences/" + conference + "/digest";

    assertThat(GATEWAY.get(path, "Accept", "application/json").body())
        .isEqualTo(digests.text("json", 1));
    assertThat(GATEWAY.get(path, "Accept", "text/markdown;variant=Hugo").body())
        .isEqualTo(digests.text("hugo.md", 1));
    assertThat(GATEWAY.get(path, "Accept", "text/markdown, text/html;q=0.5").body())
        .isEqualTo(digests.text("md", 1));
    HttpResponse<String> html =
        GATEWAY.get(path, "Accept", "text/html,application/xhtml+xml;q=0.9");
    assertThat(html.body()).isEqualTo(digests.text("html", 1));
    assertThat(html.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    assertThat(GATEWAY.get("/conferences/" + conference).body()).isEqualTo(html.body());
    assertThat(digests.asked("html")).isEqualTo(1);
  }

  @Test
  void answers304ToWhoHasIt() {
    assertThat(read("html").statusCode()).isEqualTo(200);
    HttpResponse<String> again = read("html", "If-None-Match", "W/\"x\", \"html-1\"");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains("\"html-1\"");
    assertThat(read("html", "If-None-Match", "\"html-2\"").statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadWithTheLengthOfGet() {
    assertThat(read("md").statusCode()).isEqualTo(200);
    HttpResponse<String> head =
        GATEWAY.send(
            GATEWAY
                .request("/api/v1/conferences/" + conference + "/digest.md")
                .method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length"))
        .contains(Integer.toString(digests.text("md", 1).length()));
  }

  @Test
  void compressesForThoseWhoTakeIt() throws Exception {
    String name = conference + "-large";
    FakeDigests large = new FakeDigests(GATEWAY.summary(), name, " and so on".repeat(500)).at(1);
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> response =
          GATEWAY
              .client()
              .send(
                  GATEWAY
                      .request(large.path("md"))
                      .header("Accept-Encoding", "br;q=1, gzip;q=0.8")
                      .build(),
                  BodyHandlers.ofByteArray());
      assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(response.headers().firstValue("ETag")).contains("\"md-1-gzip\"");
      assertThat(response.body().length).isLessThan(1_000);
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(large.text("md", 1));
      }
    }
    HttpResponse<String> plain = GATEWAY.get(large.path("md"), "Accept-Encoding", "gzip;q=0");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.headers().firstValue("ETag")).contains("\"md-1\"");
    assertThat(GATEWAY.get(large.path("md"), "If-None-Match", "\"md-1-gzip\"").statusCode())
        .isEqualTo(304);
  }

  @Test
  void fetchesANewRevisionOnceItIsAnnounced() {
    assertThat(read("md").body()).isEqualTo(digests.text("md", 1));
    digests.at(2);
    assertThat(read("md").body()).isEqualTo(digests.text("md", 1));
    UPDATES.publish(conference, 2, Map.of());
    awaitRevision(2);

    assertThat(read("md").body()).isEqualTo(digests.text("md", 2));
  }

  @Test
  void anOlderRevisionNeverReplacesANewerOne() {
    digests.at(5);
    UPDATES.publish(conference, 5, Map.of());
    awaitRevision(5);
    assertThat(read("md").body()).isEqualTo(digests.text("md", 5));
    // Late and duplicate events change nothing.
    UPDATES.publish(conference, 4, Map.of());
    UPDATES.publish(conference, 5, Map.of());
    digests.at(6);
    UPDATES.publish(conference, 6, Map.of());
    awaitRevision(6);
    assertThat(read("md").body()).isEqualTo(digests.text("md", 6));
    // Nor does an answer that was long on its way.
    digests.at(5);
    UPDATES.publish(conference, 7, Map.of());
    awaitRevision(7);
    assertThat(read("md").body()).isEqualTo(digests.text("md", 6));
  }

  @Test
  void aReaderNeverGoesBackAcrossFormats() {
    for (String format : List.of("md", "json", "html")) {
      assertThat(read(format).body()).isEqualTo(digests.text(format, 1));
    }
    // The service is ahead of its announcement, which has not come yet.
    digests.at(2);

    assertThat(read("hugo.md").body()).isEqualTo(digests.text("hugo.md", 2));
    for (String format : List.of("md", "json", "html")) {
      assertThat(read(format).body()).isEqualTo(digests.text(format, 2));
    }
  }

  @Test
  void anOlderRevisionInAnotherFormatIsRefusedRatherThanShown() {
    assertThat(read("md").body()).isEqualTo(digests.text("md", 1));
    digests.at(2);
    assertThat(read("html").body()).isEqualTo(digests.text("html", 2));

    digests.at(1);
    assertThat(read("json").statusCode()).isEqualTo(503);
    assertThat(read("md").statusCode()).isEqualTo(503);
    GATEWAY.summary().on(digests.path("md"), 500, "text/plain", "");
    assertThat(read("md").statusCode()).isGreaterThanOrEqualTo(500);
    assertThat(read("html").body()).isEqualTo(digests.text("html", 2));
  }

  @Test
  void noticesThatTheServiceCountsAnew() {
    digests.at(50);
    UPDATES.publish(conference, 50, Map.of("notes/a", 7L));
    awaitRevision(50);
    assertThat(read("md").body()).isEqualTo(digests.text("md", 50));
    digests.at(2);
    UPDATES.publish(conference, 2, Map.of());
    Await.until("the new count", () -> read("md").body().equals(digests.text("md", 2)));
    DigestAfter token = new DigestAfter(conference, Map.of("notes/a", 7L));

    assertThat(GATEWAY.bean(Revisions.class).latest(conference)).isEqualTo(2);
    assertThat(GATEWAY.bean(Revisions.class).isHeld(token, 99)).isFalse();
  }

  @Test
  void fetchesOnceForManyReaders() {
    CountDownLatch latch = new CountDownLatch(1);
    digests.hold(latch);
    List<CompletableFuture<HttpResponse<String>>> reads = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      reads.add(
          GATEWAY
              .client()
              .sendAsync(
                  GATEWAY.request("/api/v1/conferences/" + conference + "/digest.md").build(),
                  BodyHandlers.ofString()));
    }
    Await.until("the fetch", () -> digests.asked("md") == 1);
    latch.countDown();

    assertThat(reads).allSatisfy(r -> assertThat(r.join().body()).isEqualTo(digests.text("md", 1)));
    assertThat(digests.asked("md")).isEqualTo(1);
  }

  @Test
  void aReadAfterAWriteIsServedFromMemoryIfTheCopyHoldsIt() {
    DigestAfter token = new DigestAfter(conference, Map.of("notes/a", 3L));
    UPDATES.publish(conference, 1, Map.of("notes/a", 3L));
    awaitRevision(1);
    assertThat(read("md").statusCode()).isEqualTo(200);

    assertThat(read("md", "Digest-After", token.encode()).headers().firstValue("Cache-Status"))
        .contains("gateway; hit");
    assertThat(digests.asked("md")).isEqualTo(1);
  }

  @Test
  void aReadAfterAWriteThatIsNotYetKnownAsksTheService() {
    assertThat(read("md").body()).isEqualTo(digests.text("md", 1));
    digests.at(2);
    DigestAfter token = new DigestAfter(conference, Map.of("notes/a", 4L));
    HttpResponse<String> response =
        read("md", "Digest-After", token.encode(), "Prefer", "respond-async, wait=99");

    assertThat(response.body()).isEqualTo(digests.text("md", 2));
    FakeService.Asked asked = GATEWAY.summary().asked(digests.path("md")).getLast();
    assertThat(asked.header("Digest-After")).isEqualTo(token.encode());
    assertThat(asked.header("Prefer")).isEqualTo("wait=10");
    // Its answer tells that revision 2 holds the write, before any event does.
    assertThat(read("md", "Digest-After", token.encode()).body()).isEqualTo(digests.text("md", 2));
    assertThat(read("md").body()).isEqualTo(digests.text("md", 2));
    assertThat(digests.asked("md")).isEqualTo(2);
  }

  @Test
  void passesOnThatAWriteIsNotThereInTime() {
    String path = digests.path("json");
    GATEWAY.summary().on(path, 504, "application/problem+json", "{\"status\":504,\"far\":3}");
    DigestAfter token = new DigestAfter(conference, Map.of("notes/a", 9L));
    HttpResponse<String> response = GATEWAY.get(path, "Digest-After", token.encode());

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.body()).contains("\"far\":3");
  }

  @Test
  void believesOnlyBrieflyThatThereIsNone() {
    digests.at(0);
    assertThat(read("md").statusCode()).isEqualTo(404);
    assertThat(read("md").statusCode()).isEqualTo(404);
    assertThat(digests.asked("md")).isEqualTo(1);
    digests.at(1);
    UPDATES.publish(conference, 1, Map.of());
    awaitRevision(1);

    assertThat(read("md").body()).isEqualTo(digests.text("md", 1));
  }

  @Test
  void forgetsADeletedConference() {
    assertThat(read("md").statusCode()).isEqualTo(200);
    digests.at(0);
    UPDATES.publish(conference, 2, Map.of(), true);
    awaitRevision(2);

    assertThat(read("md").statusCode()).isEqualTo(404);
  }

  @Test
  void servesWhatItHasWhileTheServiceFails() {
    assertThat(read("md").statusCode()).isEqualTo(200);
    GATEWAY.summary().on(digests.path("md"), 500, "text/plain", "");
    UPDATES.publish(conference, 2, Map.of());
    awaitRevision(2);
    HttpResponse<String> response = read("md");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(digests.text("md", 1));
    assertThat(response.headers().firstValue("Cache-Status").orElseThrow())
        .contains("summary-unavailable");
  }

  @Test
  void leavesOutRecordsThatAreNoUpdates() {
    UPDATES.publish(conference, "nonsense", new byte[] {1, 2, 3});
    UPDATES.publish(conference, "org.conferencedigest.digest-updated.v1", new byte[] {'{'});
    UPDATES.publish(conference, 3, Map.of());

    awaitRevision(3);
  }

  @Test
  void findsConferencesOfAnyScript() {
    String name = "конференция-" + conference;
    FakeDigests cyrillic =
        new FakeDigests(GATEWAY.summary(), java.net.URLEncoder.encode(name, StandardCharsets.UTF_8))
            .at(1);
    assertThat(GATEWAY.get(cyrillic.path("md")).statusCode()).isEqualTo(200);
    UPDATES.publish(name, 2, Map.of());
    Await.until("2", () -> GATEWAY.bean(Revisions.class).latest(name) == 2);
    cyrillic.at(2);

    assertThat(GATEWAY.get(cyrillic.path("md")).headers().firstValue("Digest-Revision"))
        .contains("2");
  }
}
