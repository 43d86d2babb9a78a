package org.conferencedigest.foundation.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.conferencedigest.embedded.TestMachine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

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
  void sendsWhatCommitsAndNothingElse() throws Exception {
    Entities entities = relays.start(Map.of());
    entities.change("spark", "a", 0);
    assertThatThrownBy(
            () ->
                entities
                    .transactions()
                    .executeWrite(
                        status -> {
                          entities.outbox().append(message("spark/b", relays.topic()));
                          throw new IllegalStateException("rolled back");
                        }))
        .hasMessageContaining("rolled back");
    relays.awaitSent();

    assertThat(relays.records()).extracting(ConsumerRecord::key).containsExactly("spark/a");
  }

  @Test
  void takesNoEventWithoutATransaction() {
    Entities entities = relays.start(Map.of());
    assertThatThrownBy(() -> entities.outbox().append(message("spark/a", relays.topic())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sendsKeyAndHeaders() throws Exception {
    relays.start(Map.of()).change("spark", "\u00e9t\u00e9", 0);
    relays.awaitSent();
    ConsumerRecord<String, byte[]> record = relays.records().getFirst();
    assertThat(record.key()).isEqualTo("spark/\u00e9t\u00e9");
    assertThat(
            new String(
                record.headers().lastHeader("ce_id").value(),
                java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("spark/\u00e9t\u00e9/1");
    assertThat(record.partition()).isEqualTo(Lane.hash("spark", 3));
  }

  @Test
  void losesAndReversesNothingWithTwoInstancesAndWritersOfTheSameKeys() throws Exception {
    List<Entities> services = List.of(relays.start(Map.of()), relays.start(Map.of()));
    try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < 6; writer++) {
        Entities entities = services.get(writer % 2);
        all.add(
            writers.submit(
                () -> {
                  for (int i = 0; i < 150; i++) {
                    entities.change("conference-" + i % 5, "note-" + i % 3, 0);
                  }
                }));
      }
      for (Future<?> writer : all) {
        writer.get();
      }
    }
    relays.awaitSent();

    relays.assertNothingLostOrReversed();
  }

  @Test
  void doesNotSkipARowThatCommitsAfterOneWithAHigherId() throws Exception {
    Entities entities = relays.start(Map.of());
    try (Connection slow = relays.database().connect();
        Statement insert = slow.createStatement()) {
      slow.setAutoCommit(false);
      insert.execute(
          """
          insert into outbox (lane, topic, record_key, partition_key, headers, body, created_at)
          values (%d, '%s', 'spark/slow', 'spark', '{}', '1', now())
          """
              .formatted(Lane.of("spark"), relays.topic()));
      entities.change("spark", "quick", 0);
      Relays.await(() -> !relays.records().isEmpty());
      slow.commit();
    }
    relays.awaitSent();

    assertThat(relays.records())
        .extracting(ConsumerRecord::key)
        .containsExactly("spark/quick", "spark/slow");
  }

  @Test
  void sendsWhatAnotherInstanceWroteIntoALaneItHolds() throws Exception {
    Entities holder = relays.start(Map.of("outbox.sweep", "1h", "outbox.lease", "1h"));
    holder.change("spark", "a", 0);
    relays.awaitSent();
    Entities other = relays.start(Map.of("outbox.sweep", "1h", "outbox.lease", "1h"));
    other.change("spark", "a", 0);
    // No sweep, and the other cannot take the lane: the holder was told.
    relays.awaitSent();

    relays.assertNothingLostOrReversed();
  }

  @Test
  void sendsNothingInALaneThatAnotherHoldsUntilItsLeaseEnds() throws Exception {
    Entities crashed = relays.start(Map.of("outbox.relay", false));
    BitSet lane = new BitSet();
    lane.set(Lane.of("spark"));
    long taken = System.nanoTime();
    relays.instance(0).getBean(Leases.class).take(lane);
    crashed.change("spark", "a", 0);

    relays.start(Map.of());
    relays.awaitSent();

    assertThat(Duration.ofNanos(System.nanoTime() - taken)).isGreaterThan(Duration.ofSeconds(5));
  }

  @Test
  void sweepsHoweverMuchIsWritten() throws Exception {
    Entities crashed = relays.start(Map.of("outbox.relay", false));
    BitSet lane = new BitSet();
    lane.set(Lane.of("spark"));
    relays.instance(0).getBean(Leases.class).take(lane);
    crashed.change("spark", "a", 0);
    assertThat(Lane.of("elsewhere")).isNotEqualTo(Lane.of("spark"));

    Entities busy = relays.start(Map.of());
    long begin = System.nanoTime();
    Relays.await(
        () -> {
          busy.change("elsewhere", "b", 0);
          return Entities.count(
                  relays.database(), "select count(*) from outbox where lane = " + Lane.of("spark"))
              == 0;
        });

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void countsALeaseFromBeforeItWasAskedFor() throws Exception {
    relays.start(Map.of("outbox.relay", false, "outbox.lease", "4100ms"));
    Leases leases = relays.instance(0).getBean(Leases.class);
    BitSet lane = new BitSet();
    lane.set(3);
    leases.take(lane);
    assertThat(leases.holdsFor(3, Duration.ofSeconds(2))).isTrue();
    assertThat(leases.holdsFor(3, Duration.ofMillis(4_100))).isFalse();
    assertThat(leases.holdsFor(4, Duration.ZERO)).isFalse();
    Relays.await(() -> !leases.holdsFor(3, Duration.ofMillis(3_500)));
  }

  @Test
  void givesUpItsLanesWhenItStops() throws Exception {
    relays.start(Map.of("outbox.lease", "1h")).change("spark", "a", 0);
    relays.awaitSent();
    relays.instance(0).close();
    relays.start(Map.of("outbox.lease", "1h")).change("spark", "a", 0);
    relays.awaitSent();

    assertThat(relays.records()).extracting(Relays::text).containsExactly("1", "2");
  }

  @Test
  void costsNextToNothingWhenIdle() throws Exception {
    relays.start(Map.of()).change("spark", "a", 0);
    relays.awaitSent();
    try (Connection connection = relays.database().connect();
        PreparedStatement look =
            connection.prepareStatement(
                "select xact_commit from pg_stat_database where datname = current_database()")) {
      // Sessions tell what they did with a delay, so the first spans hold more than the idle
      // relay's.
      Relays.await(() -> committedIn(Duration.ofSeconds(4), look) <= 12);
    }
  }

  private static long committedIn(Duration span, PreparedStatement look) throws Exception {
    long begin = System.nanoTime();
    long before = number(look);
    Relays.await(() -> System.nanoTime() - begin > span.toNanos());
    return number(look) - before;
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet result = query.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  private static OutboxMessage message(String key, String topic) {
    return new OutboxMessage(topic, key, "spark", Map.of(), new byte[1]);
  }
}
