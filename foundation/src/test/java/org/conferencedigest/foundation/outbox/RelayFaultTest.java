package org.conferencedigest.foundation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestKafka;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.embedded.TestPostgres;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class RelayFaultTest {

  @Test
  void waitsForABrokerThatIsDownWhileWritesGoOn() throws Exception {
    try (TestKafka broker = TestMachine.ownKafka();
        Relays relays = new Relays(TestMachine.freshDatabase(), broker)) {
      Entities entities = relays.start(Map.of());
      entities.change("spark", "a", 0);
      relays.awaitSent();
      broker.kill();
      for (int i = 0; i < 20; i++) {
        entities.change("spark", "a", 0);
      }
      assertThat(relays.waiting()).isEqualTo(20);
      broker.restart();
      relays.awaitSent();

      relays.assertNothingLostOrReversed();
    }
  }

  @Test
  void startsWhileTheBrokerIsDown() throws Exception {
    try (TestKafka broker = TestMachine.ownKafka();
        Relays relays = new Relays(TestMachine.freshDatabase(), broker)) {
      broker.kill();
      relays.start(Map.of()).change("spark", "a", 0);
      broker.restart();
      relays.awaitSent();

      relays.assertNothingLostOrReversed();
    }
  }

  @Test
  void sendsAgainWhatWasSentButNotMarked() throws Exception {
    try (Relays relays = new Relays(TestMachine.freshDatabase(), TestMachine.kafka())) {
      execute(
          relays.database(),
          """
          create function crash() returns trigger language plpgsql as
            $$ begin raise exception 'killed between send and mark'; end $$;
          create trigger crash before delete on outbox for each row execute function crash()
          """);
      Entities entities = relays.start(Map.of());
      entities.change("spark", "a", 0);
      Relays.await(() -> !relays.records().isEmpty());
      relays.instance(0).close();
      execute(relays.database(), "drop trigger crash on outbox");
      Entities next = relays.start(Map.of());
      next.change("spark", "a", 0);
      relays.awaitSent();

      assertThat(relays.records()).extracting(Relays::text).startsWith("1").endsWith("1", "2");
      relays.assertNothingLostOrReversed();
    }
  }

  @Test
  void letsAZombieDoNoHarm() throws Exception {
    try (Relays relays = new Relays(TestMachine.freshDatabase(), TestMachine.kafka());
        Connection test = relays.database().connect();
        Statement statement = test.createStatement()) {
      statement.execute("select pg_advisory_lock(1)");
      execute(
          relays.database(),
          """
          create function stall() returns trigger language plpgsql as
            $$ begin
              if current_setting('application_name') = 'zombie' then
                perform pg_advisory_xact_lock(1);
              end if;
              return old;
            end $$;
          create trigger stall before delete on outbox for each row execute function stall()
          """);
      Entities zombie =
          relays.start(
              Map.of("datasources.default.data-source-properties.ApplicationName", "zombie"));
      zombie.change("spark", "a", 0);
      // It has sent, and stalls before it can mark; its lease runs out meanwhile.
      Relays.await(() -> !relays.records().isEmpty());
      Entities next = relays.start(Map.of());
      next.change("spark", "b", 0);
      Relays.await(
          () -> relays.records().stream().map(ConsumerRecord::key).anyMatch("spark/b"::equals));
      statement.execute("select pg_advisory_unlock(1)");
      for (int i = 0; i < 20; i++) {
        zombie.change("spark", "a", 0);
        next.change("spark", "a", 0);
      }
      relays.awaitSent();

      relays.assertNothingLostOrReversed();
    }
  }

  @Test
  void losesNothingWhenItsConnectionsAreCut() throws Exception {
    try (Relays relays = new Relays(TestMachine.freshDatabase(), TestMachine.kafka())) {
      Entities entities = relays.start(Map.of());
      CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(entities, 200));
      for (int i = 0; i < 10; i++) {
        long before = Entities.versions(relays.database()).getOrDefault("spark/a", 0L);
        Relays.await(
            () ->
                writing.isDone()
                    || Entities.versions(relays.database()).getOrDefault("spark/a", 0L)
                        > before + 5);
        execute(
            relays.database(),
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """);
      }
      writing.join();
      relays.awaitSent();

      relays.assertNothingLostOrReversed();
    }
  }

  @Test
  void losesNothingWhenTheDatabaseIsKilledAndComesBack() throws Exception {
    try (TestPostgres server = TestMachine.ownPostgres();
        Relays relays =
            new Relays(server.database("digest", "for-this-test"), TestMachine.kafka())) {
      Entities entities = relays.start(Map.of());
      write(entities, 20);
      server.kill();
      CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(entities, 20));
      server.restart();
      writing.join();
      relays.awaitSent();

      relays.assertNothingLostOrReversed();
    }
  }

  @Test
  void sendsTheOthersWhenATopicIsMissing() throws Exception {
    try (Relays relays = new Relays(TestMachine.freshDatabase(), TestMachine.kafka())) {
      Entities entities = relays.start(Map.of());
      new Entities(entities.transactions(), entities.outbox(), "missing-" + relays.topic())
          .change("elsewhere", "a", 0);
      assertThat(Lane.of("elsewhere")).isNotEqualTo(Lane.of("spark"));
      for (int i = 0; i < 20; i++) {
        entities.change("spark", "a", 0);
      }
      Relays.await(() -> relays.waiting() == 1);
      assertThat(relays.records()).hasSize(20);
    }
  }

  @Test
  void twoInstancesKeepQuietWhileTheBrokerIsDown() throws Exception {
    try (TestKafka broker = TestMachine.ownKafka();
        Relays relays = new Relays(TestMachine.freshDatabase(), broker)) {
      List<Entities> services = List.of(relays.start(Map.of()), relays.start(Map.of()));
      broker.kill();
      for (int i = 0; i < 24; i++) {
        services.get(i % 2).change("conference-" + i, "a", 0);
      }
      try (Connection listener = relays.database().connect();
          Statement statement = listener.createStatement();
          Statement look = listener.createStatement()) {
        statement.execute("listen outbox");
        // Sessions tell what they did with a delay: the first spans may hold more.
        Relays.await(() -> committedWithin(Duration.ofSeconds(4), look) <= 200);
        listener.unwrap(PGConnection.class).getNotifications();

        long before = System.nanoTime();
        committedWithin(Duration.ofSeconds(4), look);
        Duration span = Duration.ofNanos(System.nanoTime() - before);
        PGNotification[] notifications = listener.unwrap(PGConnection.class).getNotifications();
        // One of each instance with each of its sweeps, and one that was under way.
        assertThat(notifications).hasSizeLessThanOrEqualTo(2 * (int) (span.toSeconds() + 2));
      }
      broker.restart();
      relays.awaitSent();

      relays.assertNothingLostOrReversed();
    }
  }

  private static long committedWithin(Duration span, Statement look) throws Exception {
    long before = committed(look);
    long begin = System.nanoTime();
    Relays.await(() -> System.nanoTime() - begin > span.toNanos());
    return committed(look) - before;
  }

  private static long committed(Statement look) throws SQLException {
    try (ResultSet result =
        look.executeQuery(
            "select xact_commit from pg_stat_database where datname = current_database()")) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Changes a note so often, trying again while the database is away. */
  private static void write(Entities entities, int times) {
    for (int done = 0; done < times; ) {
      try {
        entities.change("spark", "a", 0);
        done++;
      } catch (RuntimeException e) {
        assertThat(e).hasStackTraceContaining("SQL");
      }
    }
  }

  private static void execute(Database database, String statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
