package org.conferencedigest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.embedded.Documentation;
import org.conferencedigest.foundation.settings.Settings;
import org.conferencedigest.foundation.settings.WrongSettingException;
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
          notes.bounds.title | lots | notes.bounds.title is "lots"; it must be a whole number from 1 to 10000.
          notes.bounds.title | -1 | notes.bounds.title is "-1"; it must be a whole number from 1 to 10000.
          notes.bounds.page | 500 | notes.bounds.page is 500; it must be at most notes.bounds.longest-page, which is 200.
          notes.largest-event | 16777216 | notes.largest-event is 16777216; it must be at most notes.largest-record, which is 8388608.
          notes.republish.patience | 5x | notes.republish.patience is "5x"; it must be a duration from 100ms to 1h, with its unit: ms, s, m, h or d.
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
    try (Service service = Service.start()) {
      ApplicationContext context = service.context();
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
              Documentation.settings("All services", "Notes and summary service", "Notes service"));
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
