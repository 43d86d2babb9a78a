package org.conferencedigest.summary.deadletter;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Which letters are dealt with. */
@Singleton
final class DoneLetters {

  private static final String ADD =
      """
      insert into dead_letter_done (topic, partition, "offset", how, at, by)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private static final String ALL = "select topic, partition, \"offset\" from dead_letter_done";

  private static final String FORGET =
      "delete from dead_letter_done where topic = ? and partition = ? and \"offset\" < ?";

  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DoneLetters(TransactionOperations<Connection> transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  void add(LetterId letter, String how, String by) {
    transactions.executeWrite(
        status -> {
          try (PreparedStatement insert = status.getConnection().prepareStatement(ADD)) {
            insert.setString(1, letter.topic());
            insert.setInt(2, letter.partition());
            insert.setLong(3, letter.offset());
            insert.setString(4, how);
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(6, by);
            return insert.executeUpdate();
          }
        });
  }

  /** All of them; as many as were dealt with since the broker last dropped letters. */
  Set<LetterId> all() {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(ALL)) {
            ResultSet row = select.executeQuery();
            Set<LetterId> done = new HashSet<>();
            while (row.next()) {
              done.add(new LetterId(row.getString(1), row.getInt(2), row.getLong(3)));
            }
            return done;
          }
        });
  }

  /** Forgets those whose letters are not there any more. */
  void forgetBefore(Map<TopicPartition, Long> begins) {
    transactions.executeWrite(
        status -> {
          try (PreparedStatement delete = status.getConnection().prepareStatement(FORGET)) {
            for (Map.Entry<TopicPartition, Long> begin : begins.entrySet()) {
              delete.setString(1, begin.getKey().topic());
              delete.setInt(2, begin.getKey().partition());
              delete.setLong(3, begin.getValue());
              delete.addBatch();
            }
            return delete.executeBatch();
          }
        });
  }
}
