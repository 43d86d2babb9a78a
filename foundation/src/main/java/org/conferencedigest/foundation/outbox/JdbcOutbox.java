package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** The outbox as a table of the service's own database. */
@Singleton
@Requires(property = "datasources.default.url")
final class JdbcOutbox implements Outbox {

  private static final String INSERT =
      """
      insert into outbox (lane, topic, record_key, partition_key, headers, body, created_at)
      values (?, ?, ?, ?, ?::jsonb, ?, clock_timestamp())
      """;

  private final TransactionOperations<Connection> transactions;
  private final ObjectMapper json;
  private final Relay relay;

  JdbcOutbox(TransactionOperations<Connection> transactions, ObjectMapper json, Relay relay) {
    this.transactions = transactions;
    this.json = json;
    this.relay = relay;
  }

  @Override
  public void append(List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    TransactionStatus<Connection> transaction =
        transactions
            .findTransactionStatus()
            .map(JdbcOutbox::ofConnection)
            .orElseThrow(() -> new IllegalStateException("an event needs a transaction"));
    BitSet lanes = insert(transaction.getConnection(), messages);
    transaction.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            relay.wake(lanes);
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static TransactionStatus<Connection> ofConnection(TransactionStatus<?> status) {
    return (TransactionStatus<Connection>) status;
  }

  private BitSet insert(Connection connection, List<OutboxMessage> messages) {
    BitSet lanes = new BitSet(Lane.COUNT);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (OutboxMessage message : messages) {
        short lane = Lane.of(message.partitionKey());
        lanes.set(lane);
        insert.setShort(1, lane);
        insert.setString(2, message.topic());
        insert.setString(3, message.key());
        insert.setString(4, message.partitionKey());
        insert.setString(5, json.writeValueAsString(message.headers()));
        insert.setBytes(6, message.body());
        insert.addBatch();
      }
      insert.executeBatch();
      return lanes;
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox did not take an event", e);
    } catch (IOException e) {
      throw new IllegalStateException("the headers of an event cannot be written", e);
    }
  }
}
