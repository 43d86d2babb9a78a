package org.conferencedigest.foundation.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.conferencedigest.foundation.TestKey;
import org.conferencedigest.foundation.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchedKeysTest {

  private final TestKey old = TestKey.generate("old");
  private final TestKey next = TestKey.generate("next");
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile String published = old.jwks();
  private volatile int status = 200;
  private HttpServer provider;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/keys",
        exchange -> {
          fetches.incrementAndGet();
          byte[] body = published.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void fetchesKeysOnceForManyTokens() {
    BearerTokens tokens = tokens(Duration.ofSeconds(30));
    for (int i = 0; i < 10; i++) {
      assertThat(tokens.verify(old.token("ada"))).isPresent();
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void fetchesThemAgainForAKeyThatIsNew() {
    BearerTokens tokens = tokens(Duration.ofSeconds(30));
    assertThat(tokens.verify(old.token("ada"))).isPresent();
    published = next.jwks();
    assertThat(tokens.verify(next.token("ada"))).isPresent();
  }

  @Test
  void isNotMadeToFetchByForgedKeyIds() {
    BearerTokens tokens = tokens(Duration.ofMinutes(4));
    assertThat(tokens.verify(old.token("ada"))).isPresent();
    for (int i = 0; i < 20; i++) {
      assertThat(tokens.verify(TestKey.generate("forged" + i).token("ada"))).isEmpty();
    }
    assertThat(fetches.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void saysThatItCannotKnowWhileThereAreNoKeys() {
    status = 500;
    BearerTokens tokens = tokens(Duration.ofMillis(1));
    assertThatThrownBy(() -> tokens.verify(old.token("ada")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.status().getCode()).isEqualTo(503));
    status = 200;
    assertThat(tokens.verify(old.token("ada"))).isPresent();
  }

  private BearerTokens tokens(Duration fetchInterval) {
    return new BearerTokens(
        new IdentitySettings(
            "http://localhost:" + provider.getAddress().getPort() + "/keys",
            null,
            null,
            null,
            "roles",
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofHours(4),
            fetchInterval));
  }
}
