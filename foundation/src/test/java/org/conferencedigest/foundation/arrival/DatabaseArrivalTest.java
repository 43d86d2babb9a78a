package org.conferencedigest.foundation.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.Test;

/** On the real database: what is waited for, and what is not. */
class DatabaseArrivalTest {

  @Test
  void startsOnADatabaseThatIsThere() {
    try (TestService service = start(Map.of())) {
      assertThat(service.get("/health/readiness").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void waitsForADatabaseWhoseServerIsNotThere() {
    assertThatThrownBy(
            () -> start(Map.of("datasources.default.url", "jdbc:postgresql://localhost:1/none")))
        .hasStackTraceContaining("Waited PT1S for the database in vain: Connection to");
  }

  @Test
  void failsAtOnceOnAPasswordThatIsWrong() {
    assertThatThrownBy(() -> start(Map.of("datasources.default.password", "wrong")))
        .rootCause()
        .hasMessageContaining("password authentication failed");
  }

  private static TestService start(Map<String, String> settings) {
    Database database = TestMachine.freshDatabase();
    Map<String, Object> all = new HashMap<>();
    all.put("outbox.relay", false);
    all.put("kafka.bootstrap.servers", "localhost:1");
    all.put("datasources.default.url", database.url());
    all.put("datasources.default.username", database.user());
    all.put("datasources.default.password", database.password());
    all.put("arrival.patience", "1s");
    all.put("arrival.pause", "1ms");
    all.putAll(settings);
    return TestService.start("arrival", all);
  }
}
