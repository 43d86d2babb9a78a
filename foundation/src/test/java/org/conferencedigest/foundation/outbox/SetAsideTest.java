package org.conferencedigest.foundation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetAsideTest {

  private static final Map<String, Object> SMALL = Map.of("outbox.largest-record", 10_000);

  private Relays relays;

  @BeforeEach
  void start() throws Exception {
    relays = new Relays(TestMachine.freshDatabase(), TestMachine.kafka());
  }

  @AfterEach
  void stop() {
    relays.close();
  }

  @Test
  void setsAsideWhatCanNeverBeSentAndGoesOn() throws Exception {
    Entities entities = relays.start(SMALL);
    entities.change("spark", "large", 50_000);
    entities.change("spark", "small", 0);
    relays.awaitSent();

    assertThat(relays.records()).extracting(ConsumerRecord::key).containsExactly("spark/small");
    OutboxDesk desk = relays.instance(0).getBean(OutboxDesk.class);
    assertThat(desk.setAside(0, 10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.key()).isEqualTo("spark/large");
              assertThat(row.size()).isGreaterThan(50_000);
              assertThat(row.reason()).contains("larger than");
            });
  }

  @Test
  void setsAsideWhatTheBrokerRefuses() throws Exception {
    Entities entities = relays.start(Map.of());
    byte[] incompressible = new byte[2_000_000];
    new Random(1).nextBytes(incompressible);
    try (Connection connection = relays.database().connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into outbox
                  (lane, topic, record_key, partition_key, headers, body, created_at)
                values (?, ?, 'spark/large', 'spark', '{}', ?, now())
                """)) {
      insert.setShort(1, Lane.of("spark"));
      insert.setString(2, relays.topic());
      insert.setBytes(3, incompressible);
      insert.execute();
    }
    entities.change("spark", "small", 0);
    relays.awaitSent();

    assertThat(setAside()).isEqualTo(1);
    assertThat(relays.records()).extracting(ConsumerRecord::key).containsExactly("spark/small");
  }

  @Test
  void setsAsideWhatIsNoRecord() throws Exception {
    Entities entities = relays.start(Map.of());
    try (Connection connection = relays.database().connect();
        Statement insert = connection.createStatement()) {
      insert.execute(
          """
          insert into outbox (lane, topic, record_key, partition_key, headers, body, created_at)
          values (%d, '%s', 'spark/bad', 'spark', '{"a": {"b": 1}}', '1', now())
          """
              .formatted(Lane.of("spark"), relays.topic()));
    }
    entities.change("spark", "small", 0);
    relays.awaitSent();

    assertThat(setAside()).isEqualTo(1);
    assertThat(relays.records()).extracting(ConsumerRecord::key).containsExactly("spark/small");
  }

  @Test
  void sendsAgainWhatAnOperatorReplays() throws Exception {
    relays.start(SMALL).change("spark", "large", 50_000);
    relays.awaitSent();
    relays.instance(0).close();
    relays.start(Map.of());
    assertThat(relays.instance(1).getBean(OutboxDesk.class).replay(null)).isEqualTo(1);
    relays.awaitSent();

    assertThat(relays.records()).extracting(ConsumerRecord::key).containsExactly("spark/large");
    assertThat(setAside()).isZero();
  }

  @Test
  void forgetsWhatALaterRowOfTheSameKeyMadeIdle() throws Exception {
    Entities entities = relays.start(SMALL);
    entities.change("spark", "a", 50_000);
    relays.awaitSent();
    entities.change("spark", "a", 0);
    // Replayed after this, the first version would take the place of the second.
    Relays.await(() -> setAside() == 0);

    assertThat(relays.records()).extracting(Relays::text).containsExactly("2");
  }

  @Test
  void staysNoLongerThanALaterRowOfTheSameKeyWhateverCrashes() throws Exception {
    Entities entities = relays.start(SMALL);
    entities.change("spark", "a", 50_000);
    relays.awaitSent();
    execute(
        """
        create function crash() returns trigger language plpgsql as
          $$ begin raise exception 'killed before the older row was deleted'; end $$;
        create trigger crash before delete on outbox for each row
          when (old.set_aside_at is not null) execute function crash()
        """);
    entities.change("spark", "a", 0);
    Relays.await(() -> !relays.records().isEmpty());
    relays.instance(0).close();
    // If the later row were gone, a replay of the older one would take its place at the broker.
    assertThat(setAside()).isEqualTo(1);
    assertThat(relays.waiting()).isEqualTo(1);

    execute("drop trigger crash on outbox");
    relays.start(SMALL);
    relays.awaitSent();
    assertThat(setAside()).isZero();
  }

  @Test
  void isListedReplayedAndDiscardedByEditorsAlone() throws Exception {
    Map<String, Object> settings = new HashMap<>(SMALL);
    settings.put("datasources.default.url", relays.database().url());
    settings.put("datasources.default.username", relays.database().user());
    settings.put("datasources.default.password", relays.database().password());
    settings.put("kafka.bootstrap.servers", TestMachine.kafka().bootstrapServers());
    Entities writer = relays.start(SMALL);
    for (int i = 0; i < 3; i++) {
      writer.change("spark", "large-" + i, 50_000);
    }
    relays.awaitSent();
    relays.instance(0).close();
    try (TestService service = TestService.start("outbox", settings)) {
      String[] editor = {"Authorization", "Bearer " + TestService.KEY.token("eve", "editor")};
      String[] author = {"Authorization", "Bearer " + TestService.KEY.token("ada", "author")};
      assertThat(service.get("/internal/outbox").statusCode()).isEqualTo(401);
      assertThat(service.get("/internal/outbox", author).statusCode()).isEqualTo(403);
      assertThat(service.get("/internal/outbox", editor).body())
          .contains("\"waiting\":0", "\"setAside\":3");
      assertThat(service.get("/metrics").body())
          .contains("outbox_set_aside 3.0", "outbox_backlog 0.0", "outbox_age_seconds 0.0");

      String page = service.get("/internal/outbox/set-aside?limit=2", editor).body();
      assertThat(page).contains("large-0", "large-1", "\"next\":\"2\"").doesNotContain("large-2");
      assertThat(service.get("/internal/outbox/set-aside?limit=2&cursor=2", editor).body())
          .contains("large-2")
          .doesNotContain("large-1");
      assertThat(service.get("/internal/outbox/set-aside?limit=0", editor).statusCode())
          .isEqualTo(422);

      assertThat(service.send("DELETE", "/internal/outbox/set-aside/1", author).statusCode())
          .isEqualTo(403);
      assertThat(service.send("DELETE", "/internal/outbox/set-aside/1", editor).statusCode())
          .isEqualTo(204);
      assertThat(service.send("DELETE", "/internal/outbox/set-aside/1", editor).statusCode())
          .isEqualTo(404);
      assertThat(service.send("POST", "/internal/outbox/set-aside/2/replay", editor).body())
          .isEqualTo("{\"replayed\":1}");
      assertThat(service.send("POST", "/internal/outbox/set-aside/9/replay", editor).statusCode())
          .isEqualTo(404);
      assertThat(service.send("POST", "/internal/outbox/set-aside/replay", editor).statusCode())
          .isEqualTo(200);
    }
  }

  private void execute(String statements) throws SQLException {
    try (Connection connection = relays.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private long setAside() throws SQLException {
    return Entities.count(
        relays.database(), "select count(*) from outbox where set_aside_at is not null");
  }
}
