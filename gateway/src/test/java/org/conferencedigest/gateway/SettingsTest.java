package org.conferencedigest.gateway;

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
          kafka.bootstrap.servers | kafka | DIGEST_KAFKA (kafka.bootstrap.servers) is "kafka"; it must be one or more addresses such as kafka-1:9092,kafka-2:9092.
          micronaut.http.services.notes.url | notes:8081 | DIGEST_NOTES_URL (micronaut.http.services.notes.url) is "notes:8081"; it must be an address such as http://notes-service:8081.
          gateway.headers.public-url | '' | DIGEST_PUBLIC_URL (gateway.headers.public-url) is not set; it must be an address such as https://digest.example.
          gateway.headers.trusted-proxies | many | DIGEST_TRUSTED_PROXIES (gateway.headers.trusted-proxies) is "many"; it must be a whole number from 0 to 16.
          gateway.headers.cors-origins | blog.example | DIGEST_CORS_ORIGINS (gateway.headers.cors-origins) is "blog.example"; it must be origins such as https://blog.example, parted by commas.
          gateway.health.drain | 10 | DIGEST_DRAIN (gateway.health.drain) is "10"; it must be a duration from 0s to 10m, with its unit: ms, s, m, h or d.
          gateway.limits.address-burst | 0 | DIGEST_ADDRESS_BURST (gateway.limits.address-burst) is "0"; it must be a whole number from 1 to 1000000000.
          gateway.live.heartbeat | 2h | gateway.live.heartbeat is "2h"; it must be a duration from 10ms to 5m, with its unit: ms, s, m, h or d.
          gateway.digests.usual-wait | 20s | gateway.digests.usual-wait is 20s; it must be at most gateway.digests.longest-wait, which is 10s.
          gateway.routes[0].timeout | 15 | gateway.routes[0].timeout is "15"; it must be a duration from 1ms to 1h, with its unit: ms, s, m, h or d.
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
    try (RunningGateway gateway = RunningGateway.start()) {
      ApplicationContext context = gateway.bean(ApplicationContext.class);
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
          .containsExactlyInAnyOrderElementsOf(Documentation.settings("All services", "Gateway"));
    }
  }

  private static Map<String, Object> right() {
    return Map.of("identity.jwks-url", "https://id.example/keys");
  }
}
