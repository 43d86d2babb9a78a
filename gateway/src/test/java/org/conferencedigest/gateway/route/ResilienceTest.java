package org.conferencedigest.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.gateway.Await;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResilienceTest {

  private static final String PATH = "/api/v1/conferences/spark";

  private final RunningGateway gateway =
      RunningGateway.start(
          Map.of(
              "gateway.routes",
              List.of(
                  route("/api/v1/conferences/*/digest/**", "summary"),
                  route("/api/v1/**", "notes")),
              "gateway.breaker.failures",
              3,
              "gateway.breaker.rest",
              "200ms",
              "gateway.breaker.retry-delay",
              "5ms"));

  private static Map<String, Object> route(String pattern, String upstream) {
    return Map.of(
        "pattern", pattern, "upstream", upstream, "timeout", "500ms", "max-body", 1_000_000);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private double upstreamCount(String outcome) {
    return gateway
        .bean(MeterRegistry.class)
        .find("gateway.upstream")
        .tag("outcome", outcome)
        .timers()
        .stream()
        .mapToDouble(timer -> timer.count())
        .sum();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void answers504WhenAServiceIsTooSlow() {
    CountDownLatch latch = new CountDownLatch(1);
    gateway.notes().on(PATH, exchange -> await(latch));
    HttpResponse<String> response = gateway.get(PATH);
    latch.countDown();

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("notes service did not answer in time");
    assertThat(gateway.notes().asked(PATH)).hasSize(1);
  }

  @Test
  void leavesAServiceAloneThatIsDownButNotTheOther() {
    gateway.notes().on(PATH, 200, "text/plain", "up");
    gateway.summary().on(PATH + "/digest/lint", 200, "text/plain", "fine");
    gateway.notes().goDown();
    HttpResponse<String> first = gateway.get(PATH);
    assertThat(first.statusCode()).isEqualTo(502);
    assertThat(first.body()).contains("notes service");
    Await.until("the circuit to open", () -> gateway.get(PATH).statusCode() == 503);
    HttpResponse<String> open = gateway.get(PATH);
    if (open.statusCode() == 503) {
      assertThat(open.headers().firstValue("Retry-After")).contains("1");
    }
    assertThat(gateway.get(PATH + "/digest/lint").body()).isEqualTo("fine");
    gateway.notes().comeBack();

    Await.until("the circuit to close", () -> gateway.get(PATH).statusCode() == 200);
  }

  @Test
  void namesTheServiceWhicheverOfItsClientsAsks() {
    String afterAWrite = new DigestAfter("spark", Map.of("notes/a", 1L)).encode();
    gateway.summary().goDown();

    HttpResponse<String> response = gateway.get(PATH + "/digest.md", "Digest-After", afterAWrite);
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).contains("The summary service gave no answer");
  }

  @Test
  void triesReadsAgainButNeverWrites() {
    AtomicBoolean failed = new AtomicBoolean();
    gateway
        .notes()
        .on(
            PATH,
            exchange -> {
              if (failed.compareAndSet(false, true)) {
                throw new IOException("closes the connection without an answer");
              }
              FakeService.respond(exchange, 200, "text/plain", "second");
            });
    assertThat(gateway.get(PATH).body()).isEqualTo("second");
    assertThat(gateway.notes().asked(PATH)).hasSize(2);
    failed.set(false);
    HttpResponse<String> write =
        gateway.send(gateway.request(PATH).PUT(BodyPublishers.ofString("{}")));

    assertThat(write.statusCode()).isEqualTo(502);
    assertThat(gateway.notes().asked(PATH)).hasSize(3);
  }

  @Test
  void givesUpWhatNobodyWaitsForAnyMore() throws IOException {
    CountDownLatch latch = new CountDownLatch(1);
    AtomicBoolean gone = new AtomicBoolean();
    gateway
        .notes()
        .on(
            PATH,
            exchange -> {
              await(latch);
              try {
                FakeService.respond(exchange, 200, "text/plain", "x".repeat(10_000_000));
              } catch (IOException e) {
                gone.set(true);
                throw e;
              }
            });
    try (Socket _ = open(PATH)) {
      Await.until("the question", () -> !gateway.notes().asked(PATH).isEmpty());
    }
    Await.until("it to be given up", () -> upstreamCount("abandoned") == 1);
    latch.countDown();

    Await.until("the service to notice", gone::get);
  }

  @Test
  void stopsReadingWhatNobodyTakesAnyMore() throws IOException {
    AtomicBoolean gone = new AtomicBoolean();
    gateway
        .notes()
        .on(
            PATH,
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try {
                while (true) {
                  exchange.getResponseBody().write(new byte[10_000]);
                  exchange.getResponseBody().flush();
                }
              } catch (IOException e) {
                gone.set(true);
                throw e;
              }
            });
    try (Socket client = open(PATH)) {
      assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
    }

    Await.until("the service to notice", gone::get);
  }

  private Socket open(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.server().getPort());
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
