package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that is told something wrong says so in one sentence, and does not start. */
class WrongSettingTest {

  private static final int EX_CONFIG = 78;

  private static final Map<String, String> RIGHT =
      Map.of(
          "DIGEST_HTTP_PORT", "-1",
          "DIGEST_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
          "DIGEST_DATABASE_USER", "none",
          "DIGEST_DATABASE_PASSWORD", "none",
          "DIGEST_KAFKA", "127.0.0.1:1",
          "DIGEST_JWKS_URL", "http://127.0.0.1:1/keys");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          notes-service | notes.NotesService | DIGEST_DATABASE_URL | '' | The setting DIGEST_DATABASE_URL (datasources.default.url) is not set; it must be an address such as jdbc:postgresql://host/database.
          notes-service | notes.NotesService | NOTES_BOUNDS_TITLE | -1 | The setting NOTES_BOUNDS_TITLE (notes.bounds.title) is "-1"; it must be a whole number from 1 to 10000.
          notes-service | notes.NotesService | OUTBOX_LEASE | 1s | The setting outbox.lease is 1s; it must be longer than outbox.delivery-timeout, which is 3s, and outbox.renew-after, which is 1s, together.
          notes-service | notes.NotesService | DIGEST_LOG | xml | The setting DIGEST_LOG (log.format) is "xml"; it must be json or plain.
          summary-service | summary.SummaryService | DIGEST_KAFKA | kafka | The setting DIGEST_KAFKA (kafka.bootstrap.servers) is "kafka"; it must be one or more addresses such as kafka-1:9092,kafka-2:9092.
          summary-service | summary.SummaryService | DIGEST_INTAKE_THREADS | many | The setting DIGEST_INTAKE_THREADS (digest.intake.threads) is "many"; it must be a whole number from 1 to 16.
          gateway | gateway.Gateway | DIGEST_DRAIN | 10 | The setting DIGEST_DRAIN (gateway.health.drain) is "10"; it must be a duration from 0s to 10m, with its unit: ms, s, m, h or d.
          gateway | gateway.Gateway | DIGEST_JWKS_URL | '' | There is no key to verify tokens with: set DIGEST_JWKS_URL to the JWKS address of your identity provider, or DIGEST_JWKS_FILE to a file of public keys.
          """)
  void endsWithOneSentence(
      String module, String mainClass, String variable, String value, String sentence) {
    Run run = run(module, "org.conferencedigest." + mainClass, variable, value);

    assertThat(run.output()).isEqualTo(sentence);
    assertThat(run.exitCode()).isEqualTo(EX_CONFIG);
  }

  private record Run(String output, int exitCode) {}

  private static Run run(String module, String mainClass, String variable, String value) {
    Path target = Samples.repository().resolve(module).resolve("target");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                target.resolve(module + ".jar") + ":" + target.resolve("lib") + "/*",
                mainClass));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("MICRONAUT_ENVIRONMENTS");
    builder.environment().putAll(RIGHT);
    builder.environment().put(variable, value);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Run(output, process.exitValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
