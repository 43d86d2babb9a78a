package org.conferencedigest.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.conferencedigest.gateway.Await;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.junit.jupiter.api.Test;

class HealthTest {

  private static final String READY = "{\"status\":\"UP\"}";

  @Test
  void isReadyWhenTheServicesAreAndSaysWhichIsNot() {
    try (RunningGateway gateway = RunningGateway.start(Map.of("gateway.health.cache", "1ms"))) {
      gateway.notes().on("/health/readiness", 200, "application/json", READY);
      gateway.summary().on("/health/readiness", 503, "application/json", "{}");
      HttpResponse<String> response = gateway.get("/health/readiness");
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains("\"notes\":\"ready\"", "\"summary\":\"not ready\"");
      gateway.summary().on("/health/readiness", 200, "application/json", READY);
      Await.until("readiness", () -> gateway.get("/health/readiness").statusCode() == 200);
      gateway.notes().goDown();
      Await.until("unreadiness", () -> gateway.get("/health/readiness").statusCode() == 503);

      assertThat(gateway.get("/health/readiness").body()).contains("\"notes\":\"no answer\"");
      assertThat(gateway.get("/health/liveness").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void asksTheServicesOnceForMany() {
    try (RunningGateway gateway = RunningGateway.start(Map.of("gateway.health.cache", "1m"))) {
      gateway.notes().on("/health/readiness", 200, "application/json", READY);
      gateway.summary().on("/health/readiness", 200, "application/json", READY);
      for (int i = 0; i < 10; i++) {
        assertThat(gateway.get("/health/readiness").statusCode()).isEqualTo(200);
      }

      assertThat(gateway.notes().asked("/health/readiness")).hasSize(1);
    }
  }

  @Test
  void finishesWhatIsUnderWayBeforeItStops() {
    try (RunningGateway gateway = RunningGateway.start()) {
      CountDownLatch latch = new CountDownLatch(1);
      String path = "/api/v1/conferences/slow";
      gateway
          .notes()
          .on(
              path,
              exchange -> {
                try {
                  latch.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                  throw new IOException(e);
                }
                FakeService.respond(exchange, 200, "text/plain", "done");
              });
      CompletableFuture<HttpResponse<String>> request =
          gateway.client().sendAsync(gateway.request(path).build(), BodyHandlers.ofString());
      Await.until("the request", () -> !gateway.notes().asked(path).isEmpty());
      Thread stop = Thread.ofPlatform().start(() -> gateway.server().stop());
      Await.until("no new connections", () -> !accepts(gateway));
      latch.countDown();

      assertThat(request.join().body()).isEqualTo("done");
      Await.until("the stop", () -> !stop.isAlive());
    }
  }

  private static boolean accepts(RunningGateway gateway) {
    try (var socket = new java.net.Socket()) {
      socket.connect(
          new java.net.InetSocketAddress(
              java.net.InetAddress.getLoopbackAddress(), gateway.uri("/").getPort()),
          500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void servesMetrics() {
    try (RunningGateway gateway = RunningGateway.start()) {
      assertThat(gateway.get("/metrics").body())
          .contains("digest_staleness_seconds_bucket")
          .contains("gateway_digest_reads_total")
          .contains("gateway_live_streams")
          .contains("gateway_limited_total")
          .contains("gateway_upstream_open");
    }
  }
}
