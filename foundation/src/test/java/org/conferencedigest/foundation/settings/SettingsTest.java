package org.conferencedigest.foundation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outbox.batch-rows   | many  | a whole number from 1 to 100000
          outbox.batch-rows   | 0     | a whole number from 1 to 100000
          outbox.batch-rows   | -5    | a whole number from 1 to 100000
          outbox.batch-rows   | 1.5   | a whole number from 1 to 100000
          outbox.batch-rows   | 99999999999999999999 | a whole number from 1 to 100000
          topics.replication  | 33    | a whole number from 1 to 32
          outbox.sweep        | soon  | a duration from 10ms to 1h, with its unit: ms, s, m, h or d
          outbox.sweep        | 5     | a duration from 10ms to 1h, with its unit: ms, s, m, h or d
          outbox.sweep        | 5x    | a duration from 10ms to 1h, with its unit: ms, s, m, h or d
          outbox.sweep        | -5s   | a duration from 10ms to 1h, with its unit: ms, s, m, h or d
          outbox.sweep        | 2h    | a duration from 10ms to 1h, with its unit: ms, s, m, h or d
          outbox.relay        | maybe | true or false
          identity.jwks-url   | ftp:x | an address such as https://id.example/keys
          """)
  void aWrongValueStopsTheStartWithOneSentence(String name, String value, String words) {
    assertWrong(
        Map.of(name, value),
        "The setting %s is \"%s\"; it must be %s.".formatted(title(name), value, words));
  }

  @Test
  void settingsThatContradictEachOtherDoToo() {
    assertWrong(
        Map.of("outbox.lease", "2s"),
        "The setting outbox.lease is 2s; it must be longer than outbox.delivery-timeout, which is"
            + " 3s, and outbox.renew-after, which is 1s, together.");
    assertWrong(
        Map.of("outbox.least-pause", "1m"),
        "The setting outbox.least-pause is 60s; it must be at most outbox.longest-pause, which is"
            + " 2s.");
  }

  @Test
  void aSettingThatIsNeededIsMissed() {
    assertWrong(
        Map.of("identity.roles-claim", " "),
        "The setting identity.roles-claim is not set; it must be the name of a claim.");
  }

  @Test
  void whatIsRightStarts() {
    try (TestService service =
        TestService.start("settings", Map.of("outbox.sweep", "250ms", "topics.replication", "3"))) {
      assertThat(service.context().getBean(Settings.class).all())
          .extracting(Setting::name)
          .contains("outbox.sweep", "topics.replication", "identity.issuer", "log.format")
          .doesNotHaveDuplicates();
    }
  }

  /** A setting that has a variable of its own is called by it. */
  private static String title(String name) {
    return switch (name) {
      case "topics.replication" -> "DIGEST_TOPIC_REPLICATION (topics.replication)";
      case "identity.jwks-url" -> "DIGEST_JWKS_URL (identity.jwks-url)";
      default -> name;
    };
  }

  private static void assertWrong(Map<String, String> settings, String sentence) {
    ThrowingCallable start = () -> TestService.start("settings", settings).close();
    assertThatThrownBy(start)
        .rootCause()
        .isInstanceOf(WrongSettingException.class)
        .hasMessage(sentence);
  }
}
