package org.conferencedigest.foundation.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ArrivalTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final int port = freePort();

  @Test
  void holdsNothingUpThatIsThere() {
    AtomicInteger looks = new AtomicInteger();
    arrival(PATIENCE)
        .await(
            "the database",
            () -> {
              looks.incrementAndGet();
              return Optional.empty();
            });
    assertThat(looks).hasValue(1);
    assertThat(isFree(port)).isTrue();
  }

  @Test
  void answersAtTheServicesPortWhileItWaits() {
    Deque<HttpResponse<String>> answers = new ArrayDeque<>();
    arrival(PATIENCE)
        .await(
            "the database",
            secondLook(
                () ->
                    answers.addAll(
                        List.of(
                            ask("GET", "/health/liveness"),
                            ask("GET", "/health/readiness"),
                            ask("POST", "/api/v1/conferences"),
                            ask("HEAD", "/health/readiness")))));

    HttpResponse<String> alive = answers.removeFirst();
    assertThat(alive.statusCode()).isEqualTo(200);
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body())
          .isEqualTo(
              answer.request().method().equals("HEAD")
                  ? ""
                  : "{\"type\":\"https://conferencedigest.org/problems/starting\","
                      + "\"title\":\"Starting\",\"status\":503,\"detail\":\"This service waits for"
                      + " the database before it starts. Try again in a moment.\"}");
    }
    assertThat(isFree(port)).as("the port is the service's again").isTrue();
  }

  /** All of 127/8 is this machine's own on Linux, as good as the address of another interface. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void answersWhereTheServiceItselfListensAndNowhereElse() {
    List<Boolean> answered = new ArrayList<>();
    new Arrival(new ArrivalSettings(PATIENCE, PAUSE), "127.0.0.1", port)
        .await(
            "the database",
            secondLook(
                () ->
                    answered.addAll(
                        List.of(listens("127.0.0.1", port), listens("127.0.0.2", port)))));
    assertThat(answered).containsExactly(true, false);
  }

  @Test
  void givesUpWhenItsPatienceEndsAndSaysWhatWasMissing() {
    Arrival arrival = arrival(Duration.ofMillis(20));
    assertThatThrownBy(() -> arrival.await("Kafka", () -> Optional.of("nobody is there")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("Waited PT0.02S for Kafka in vain: nobody is there");
    assertThat(isFree(port)).isTrue();
  }

  @Test
  void namesAPortThatIsTaken() throws IOException {
    try (ServerSocket _ = new ServerSocket(port)) {
      Arrival arrival = arrival(PATIENCE);
      assertThatThrownBy(() -> arrival.await("Kafka", () -> Optional.of("nobody is there")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("port " + port + " cannot be used");
    }
  }

  @Test
  void waitsWithoutAPortThatIsKnown() {
    AtomicInteger looks = new AtomicInteger();
    new Arrival(new ArrivalSettings(PATIENCE, PAUSE), null, -1)
        .await("Kafka", secondLook(looks::incrementAndGet));
    assertThat(looks).hasValue(1);
  }

  private Arrival arrival(Duration patience) {
    return new Arrival(new ArrivalSettings(patience, PAUSE), null, port);
  }

  /** An obstacle that is gone at the second look, after something was done. */
  private static Supplier<Optional<String>> secondLook(Runnable then) {
    AtomicInteger looks = new AtomicInteger();
    return () -> {
      if (looks.getAndIncrement() == 0) {
        return Optional.of("not yet");
      }
      then.run();
      return Optional.empty();
    };
  }

  private HttpResponse<String> ask(String method, String path) {
    URI uri = URI.create("http://localhost:" + port + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean listens(String host, int port) {
    try (Socket _ = new Socket(host, port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
