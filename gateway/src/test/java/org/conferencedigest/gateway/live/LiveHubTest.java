package org.conferencedigest.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.digestcache.Revisions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class LiveHubTest {

  private static final RunningGateway GATEWAY = RunningGateway.start();

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void anUpdateThatComesAsAStreamOpensIsSentAfterItsStartAndOnce() {
    LiveHub hub = hub(stream -> stream.offer(LiveEvent.of(Change.of(update()), json())));
    LiveStream stream = hub.open("c", null, 4, "address", HttpRequest.GET("/"));
    hub.updated(update());
    hub.closed("c", stream, "address");

    String sent =
        String.join(
            "", Flux.from(stream.bytes()).map(bytes -> new String(bytes, UTF_8)).toIterable());
    assertThat(sent.lines().filter(line -> line.startsWith("id:") || line.startsWith("event:")))
        .containsExactly("id: 4", "event: revision", "id: 5", "event: change");
  }

  @Test
  void aStreamThatOpensWhileTheGatewayStopsEnds() {
    List<LiveHub> hub = new ArrayList<>();
    hub.add(hub(stream -> hub.getFirst().shutdownGracefully().toCompletableFuture().join()));
    LiveStream stream = hub.getFirst().open("c", null, 4, "address", HttpRequest.GET("/"));

    assertThat(Flux.from(stream.bytes()).collectList().block()).hasSize(2);
  }

  /** A hub that does something before a stream is there for updates. */
  private static LiveHub hub(Consumer<LiveStream> before) {
    return new LiveHub(
        GATEWAY.bean(ChangeLog.class),
        GATEWAY.bean(Revisions.class),
        json(),
        GATEWAY.bean(LiveSettings.class),
        new SimpleMeterRegistry(),
        new OpenStreams(() -> new OpenStreamsTest.HookedSet(before)));
  }

  private static ObjectMapper json() {
    return GATEWAY.bean(ObjectMapper.class);
  }

  private static DigestUpdated update() {
    return new DigestUpdated(
        "c",
        5,
        false,
        Instant.parse("2026-03-02T10:00:00Z"),
        List.of(new DigestChange(DigestChange.Kind.CHANGED, "n")),
        false,
        Map.of(),
        Map.of());
  }
}
