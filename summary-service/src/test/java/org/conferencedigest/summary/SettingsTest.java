package org.conferencedigest.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.embedded.Documentation;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.foundation.settings.Settings;
import org.conferencedigest.foundation.settings.WrongSettingException;
import org.conferencedigest.summary.testing.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          micronaut.server.port | http | DIGEST_HTTP_PORT (micronaut.server.port) is "http"; it must be a whole number from -1 to 65535.
          micronaut.server.port | 65536 | DIGEST_HTTP_PORT (micronaut.server.port) is "65536"; it must be a whole number from -1 to 65535.
          log.format | xml | DIGEST_LOG (log.format) is "xml"; it must be json or plain.
          identity.clock-skew | 30 | identity.clock-skew is "30"; it must be a duration from 0s to 10m, with its unit: ms, s, m, h or d.
          datasources.default.url | '' | DIGEST_DATABASE_URL (datasources.default.url) is not set; it must be an address such as jdbc:postgresql://host/database.
          datasources.default.url | mysql://host/db | DIGEST_DATABASE_URL (datasources.default.url) is "mysql://host/db"; it must be an address such as jdbc:postgresql://host/database.
          datasources.default.username | '' | DIGEST_DATABASE_USER (datasources.default.username) is not set; it must be the owner of the database.
          datasources.default.password | '' | DIGEST_DATABASE_PASSWORD (datasources.default.password) is not set; it must be that user's password.
          kafka.bootstrap.servers | '' | DIGEST_KAFKA (kafka.bootstrap.servers) is not set; it must be one or more addresses such as kafka-1:9092,kafka-2:9092.
          kafka.bootstrap.servers | kafka | DIGEST_KAFKA (kafka.bootstrap.servers) is "kafka"; it must be one or more addresses such as kafka-1:9092,kafka-2:9092.
          outbox.lease | 2s | outbox.lease is 2s; it must be longer than outbox.delivery-timeout, which is 3s, and outbox.renew-after, which is 1s, together.
          outbox.relay | yes | outbox.relay is "yes"; it must be true or false.
          topics.replication | -1 | DIGEST_TOPIC_REPLICATION (topics.replication) is "-1"; it must be a whole number from 1 to 32.
          digest.intake.threads | 17 | digest.intake.threads is "17"; it must be a whole number from 1 to 16.
          digest.intake.group | my group | digest.intake.group is "my group"; it must be letters, digits, dots, hyphens and underscores.
          digest.intake.first-pause | 10s | digest.intake.first-pause is 10s; it must be at most digest.intake.longest-pause, which is 2s.
          digest.reading.usual-wait | 30s | digest.reading.usual-wait is 30s; it must be at most digest.reading.longest-wait, which is 10s.
          digest.site.public-url | example.org | DIGEST_PUBLIC_URL (digest.site.public-url) is "example.org"; it must be an address such as https://digest.example.
          digest.dead-letters.retention | 30 days | digest.dead-letters.retention is "30 days"; it must be a duration from 1m to 3650d, with its unit: ms, s, m, h or d.
          """)
  void aWrongValueStopsTheStartWithOneSentence(String name, String value, String sentence) {
    Map<String, Object> settings = new HashMap<>(right());
    settings.put(name, value == null ? "" : value);
    assertThatThrownBy(() -> ApplicationContext.run(settings).close())
        .rootCause()
        .isInstanceOf(WrongSettingException.class)
        .hasMessage("The setting " + sentence);
  }

  @Test
  void theTableInTheDocumentsIsThatOfTheCode() {
    try (Instance service =
        Instance.start(
            TestMachine.freshDatabase(), TestMachine.kafka().bootstrapServers(), "settings-test")) {
      ApplicationContext context = service.bean(ApplicationContext.class);
      Environment environment = context.getEnvironment();
      assertThat(context.getBean(Settings.class).all())
          .filteredOn(setting -> !setting.name().contains("["))
          .extracting(
              setting ->
                  String.join(
                      " | ",
                      setting.name(),
                      setting.variable().orElse(""),
                      setting.defaultValue(environment).orElse(""),
                      setting.bounds()))
          .containsExactlyInAnyOrderElementsOf(
              Documentation.settings(
                  "All services", "Notes and summary service", "Summary service"));
    }
  }

  private static Map<String, Object> right() {
    return Map.of(
        "identity.jwks-url", "https://id.example/keys",
        "datasources.default.url", "jdbc:postgresql://127.0.0.1:1/none",
        "datasources.default.username", "none",
        "datasources.default.password", "none",
        "kafka.bootstrap.servers", "127.0.0.1:1");
  }
}
