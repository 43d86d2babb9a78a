package org.conferencedigest.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.conferencedigest.foundation.TestKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a rotation: both keys, the new one alone; the service runs all the while. */
class KeyFileTest {

  private final TestKey old = TestKey.generate("old");
  private final TestKey next = TestKey.generate("next");

  @TempDir private Path folder;

  @Test
  void takesAKeyThatIsAddedAndRefusesOneThatIsWithdrawn() throws Exception {
    Path file = folder.resolve("jwks.json");
    Files.writeString(file, old.jwks());
    BearerTokens tokens = tokens(file, Duration.ofMillis(200));
    assertThat(tokens.verify(old.token("ada"))).isPresent();
    assertThat(tokens.verify(next.token("ada"))).isEmpty();

    Files.writeString(file, both());
    await(() -> tokens.verify(next.token("ada")).isPresent());
    assertThat(tokens.verify(old.token("ada"))).isPresent();

    Files.writeString(file, next.jwks());
    await(() -> tokens.verify(old.token("ada")).isEmpty());
    assertThat(tokens.verify(next.token("ada"))).isPresent();
  }

  @Test
  void goesOnWithTheKeysItKnowsWhileTheFileIsHalfWritten() throws Exception {
    Path file = folder.resolve("jwks.json");
    Files.writeString(file, old.jwks());
    BearerTokens tokens = tokens(file, Duration.ofMillis(50));
    assertThat(tokens.verify(old.token("ada"))).isPresent();
    Files.writeString(file, old.jwks().substring(0, 20));
    long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
    while (System.nanoTime() < end) {
      assertThat(tokens.verify(old.token("ada"))).isPresent();
    }
  }

  private String both() {
    return old.jwks().replace("]}", ",") + next.jwks().substring("{\"keys\":[".length());
  }

  private static BearerTokens tokens(Path file, Duration keysFor) {
    return new BearerTokens(
        new IdentitySettings(
            null,
            file.toString(),
            null,
            null,
            "roles",
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            keysFor,
            Duration.ofHours(4),
            Duration.ofMillis(1)));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the deadline").isLessThan(deadline);
    }
  }
}
