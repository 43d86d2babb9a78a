package org.conferencedigest.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.gateway.Await;
import org.conferencedigest.gateway.FakeDigests;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.Updates;
import org.conferencedigest.gateway.digestcache.Revisions;
import org.conferencedigest.gateway.digestcache.UpdateFeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LiveTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String KAFKA = TestMachine.kafka().bootstrapServers();
  private static final RunningGateway GATEWAY = start();
  private static final Updates UPDATES = new Updates(KAFKA, GATEWAY.bean(EventCodec.class));

  private final String conference = "live-" + COUNT.incrementAndGet();
  private final String changes = "/api/v1/conferences/" + conference + "/digest/changes";

  private static RunningGateway start() {
    Updates.createTopic(KAFKA);
    RunningGateway gateway =
        RunningGateway.start(
            Map.of(
                "kafka.bootstrap.servers",
                KAFKA,
                "gateway.live.heartbeat",
                "100ms",
                "gateway.live.streams-per-address",
                4,
                "gateway.live.catch-up-delay",
                "20ms"));
    Await.until("the topic to be read", () -> gateway.bean(UpdateFeed.class).isLive());
    return gateway;
  }

  @AfterAll
  static void stop() {
    UPDATES.close();
    GATEWAY.close();
  }

  private void publish(long revision) {
    UPDATES.publish(conference, revision, Map.of());
    Await.until(
        "revision " + revision, () -> GATEWAY.bean(Revisions.class).latest(conference) >= revision);
  }

  /** The summary service knows the revisions up to this one. */
  private void logUpTo(long last) {
    GATEWAY
        .summary()
        .on(
            changes,
            exchange -> {
              String query = exchange.getRequestURI().getQuery();
              long since = Long.parseLong(query.substring("since=".length()));
              FakeService.respond(exchange, 200, "application/json", log(since, last));
            });
  }

  private String log(long since, long last) {
    return LongStream.rangeClosed(since + 1, last)
        .mapToObj(
            r ->
                """
                {"revision":%d,"at":"2020-06-24T10:00:00Z","truncated":false,\
                "changes":[{"kind":"changed","note":"n"}]}"""
                    .formatted(r))
        .collect(
            Collectors.joining(
                ",",
                "{\"conference\":\"" + conference + "\",\"revision\":" + last + ",\"changes\":[",
                "]}"));
  }

  @Test
  void opensNoStreamForWhoTakesNone() {
    publish(1);
    logUpTo(1);
    for (String accept :
        new String[] {
          "text/event-stream;q=0",
          "text/event-stream;q=0, */*",
          "application/json, text/event-stream;q=0.5"
        }) {
      assertThat(
              GATEWAY
                  .get(changes + "?since=0", "Accept", accept)
                  .headers()
                  .firstValue("Content-Type"))
          .contains("application/json");
    }
  }

  @Test
  void sendsChangesAsTheyHappen() {
    publish(1);
    try (EventReader reader = EventReader.open(GATEWAY, changes)) {
      assertThat(reader.response().statusCode()).isEqualTo(200);
      assertThat(reader.response().headers().firstValue("Content-Type"))
          .contains("text/event-stream");
      assertThat(reader.response().headers().firstValue("X-Accel-Buffering")).contains("no");
      Await.until("the beginning", () -> !reader.events().isEmpty());
      assertThat(reader.events().getFirst().name()).isEqualTo("revision");
      assertThat(reader.events().getFirst().id()).isEqualTo("1");
      publish(2);
      publish(3);
      reader.awaitIds("2", "3");

      assertThat(reader.ids()).containsExactly("2", "3");
      assertThat(reader.events().getLast().data()).contains("\"note-3\"").contains("\"changed\"");
    }
  }

  @Test
  void resumesWithoutGapOrDuplicate() {
    publish(5);
    logUpTo(5);
    try (EventReader reader = EventReader.open(GATEWAY, changes, "Last-Event-ID", "2")) {
      reader.awaitIds("3", "4", "5");
      publish(6);
      reader.awaitIds("3", "4", "5", "6");

      assertThat(reader.ids()).containsExactly("3", "4", "5", "6");
    }
  }

  @Test
  void sendsWhatComesWhileItCatchesUpAfterIt() {
    publish(3);
    CountDownLatch latch = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    GATEWAY
        .summary()
        .on(
            changes,
            exchange -> {
              asked.incrementAndGet();
              try {
                latch.await(20, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              FakeService.respond(exchange, 200, "application/json", log(1, 4));
            });
    try (EventReader reader = EventReader.open(GATEWAY, changes + "?since=1")) {
      Await.until("the question", () -> asked.get() == 1);
      publish(4);
      publish(5);
      publish(6);
      latch.countDown();
      reader.awaitIds("2", "3", "4", "5", "6");

      assertThat(reader.ids()).containsExactly("2", "3", "4", "5", "6");
    }
  }

  @Test
  void asksForRevisionsTheTopicNoLongerHas() {
    publish(1);
    logUpTo(5);
    try (EventReader reader = EventReader.open(GATEWAY, changes)) {
      Await.until("the beginning", () -> !reader.events().isEmpty());
      publish(5);
      reader.awaitIds("2", "3", "4", "5");
      publish(6);
      reader.awaitIds("2", "3", "4", "5", "6");

      assertThat(reader.ids()).containsExactly("2", "3", "4", "5", "6");
    }
  }

  @Test
  void endsTheStreamIfItCannotCatchUpSoThatTheClientComesBack() {
    publish(3);
    GATEWAY.summary().on(changes, 500, "text/plain", "no");
    try (EventReader reader = EventReader.open(GATEWAY, changes, "Last-Event-ID", "1")) {
      Await.until("the end", reader::hasEnded);

      assertThat(reader.ids()).isEmpty();
    }
  }

  @Test
  void beginsAnewForAClientFromTheFuture() {
    publish(3);
    logUpTo(3);
    try (EventReader reader = EventReader.open(GATEWAY, changes, "Last-Event-ID", "99")) {
      Await.until("the beginning", () -> !reader.events().isEmpty());
      assertThat(reader.events().getFirst())
          .extracting("id", "name")
          .containsExactly("3", "revision");
      publish(4);
      reader.awaitIds("4");
    }
  }

  @Test
  void beginsAnewIfTheServiceCountsAnew() {
    publish(50);
    try (EventReader reader = EventReader.open(GATEWAY, changes)) {
      Await.until("the beginning", () -> !reader.events().isEmpty());
      logUpTo(2);
      UPDATES.publish(conference, 2, Map.of());
      Await.until("the new beginning", () -> reader.events().size() == 2);

      assertThat(reader.events().getLast())
          .extracting("id", "name")
          .containsExactly("2", "revision");
    }
  }

  @Test
  void sendsHeartbeats() {
    publish(1);
    try (EventReader reader = EventReader.open(GATEWAY, changes)) {
      Await.until("heartbeats", () -> reader.comments().size() >= 3);
    }
  }

  @Test
  void asksTheServiceForAConferenceItDoesNotKnow() {
    new FakeDigests(GATEWAY.summary(), conference).at(7);
    try (EventReader reader = EventReader.open(GATEWAY, changes)) {
      Await.until("the beginning", () -> !reader.events().isEmpty());
      assertThat(reader.events().getFirst().id()).isEqualTo("7");
    }
  }

  @Test
  void forwardsTheJsonFormToTheService() {
    GATEWAY.summary().on(changes, 200, "application/json", "{\"revision\":1}");

    assertThat(GATEWAY.get(changes + "?since=0", "Accept", "application/json").body())
        .isEqualTo("{\"revision\":1}");
    assertThat(GATEWAY.summary().asked(changes).getLast().target()).endsWith("?since=0");
  }

  @Test
  void cutsOffAClientThatDoesNotRead() throws IOException {
    publish(1);
    double before = GATEWAY.bean(MeterRegistry.class).get("gateway.live.cut").counter().count();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.server().getPort())) {
      socket.setReceiveBufferSize(1024);
      socket
          .getOutputStream()
          .write(
              ("GET " + changes + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      Await.until("the answer", () -> socket.getInputStream().available() > 0);
      LiveHub hub = GATEWAY.bean(LiveHub.class);
      AtomicInteger revision = new AtomicInteger(1);
      Await.until(
          "the cut",
          () -> {
            for (int i = 0; i < 500; i++) {
              hub.updated(large(revision.incrementAndGet()));
            }
            return GATEWAY.bean(MeterRegistry.class).get("gateway.live.cut").counter().count()
                > before;
          });
    }
  }

  private org.conferencedigest.events.DigestUpdated large(long revision) {
    return new org.conferencedigest.events.DigestUpdated(
        conference,
        revision,
        false,
        java.time.Instant.EPOCH,
        java.util.Collections.nCopies(
            100,
            new org.conferencedigest.events.DigestChange(
                org.conferencedigest.events.DigestChange.Kind.CHANGED, "n".repeat(100))),
        false,
        Map.of(),
        Map.of());
  }

  @Test
  void letsOnlySoManyStreamsOfOneAddressBeOpen() {
    publish(1);
    EventReader[] readers = new EventReader[5];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = EventReader.open(GATEWAY, changes);
    }
    for (EventReader reader : readers) {
      reader.close();
    }
    Await.until(
        "all to be closed",
        () -> GATEWAY.bean(MeterRegistry.class).get("gateway.live.streams").gauge().value() == 0);

    assertThat(readers[3].response().statusCode()).isEqualTo(200);
    assertThat(readers[4].response().statusCode()).isEqualTo(429);
  }
}
