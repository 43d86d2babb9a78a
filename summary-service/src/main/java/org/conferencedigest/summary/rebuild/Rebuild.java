package org.conferencedigest.summary.rebuild;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.foundation.outbox.KafkaConnection;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.intake.EventReader;
import org.conferencedigest.summary.revision.Rewriter;
import org.conferencedigest.summary.state.Arrival;

/** One run from the topics' beginning to the digests. */
@Singleton
final class Rebuild {

  private final KafkaConnection kafka;
  private final RebuildSettings settings;
  private final EventReader events;
  private final TransactionOperations<Connection> transactions;
  private final Staging staging;
  private final Rewriter rewriter;
  private final RebuildLog log;

  Rebuild(
      KafkaConnection kafka,
      RebuildSettings settings,
      EventReader events,
      TransactionOperations<Connection> transactions,
      Staging staging,
      Rewriter rewriter,
      RebuildLog log) {
    this.kafka = kafka;
    this.settings = settings;
    this.events = events;
    this.transactions = transactions;
    this.staging = staging;
    this.rewriter = rewriter;
    this.log = log;
  }

  /**
   * Reads all there is, then replaces one conference after the other.
   *
   * <p>A conference is replaced while it is locked, after what was written meanwhile has been read
   * too: so what replaces it holds every event that was ever applied, and what comes later finds it
   * in place.
   *
   * @param run kept up to date, here and in the log
   */
  void run(Run run, RebuildLock.Held lock, TraceContext trace) throws SQLException {
    inTransaction(staging::clear);
    try (TopicReader topics = TopicReader.fromTheBeginning(kafka, settings.patience())) {
      save(run, run.progress().withRecords(topics.ahead()));
      topics.<SQLException>readOn(
          records -> {
            run.requireGoingOn();
            inTransaction(connection -> stage(connection, run, records));
            log.save(run.progress());
          });
      List<String> conferences = new ArrayList<>();
      inTransaction(c -> conferences.addAll(staging.conferences(c, run.progress().id())));
      save(run, run.progress().replacing(conferences.size()));
      for (String conference : conferences) {
        run.requireGoingOn();
        lock.require();
        boolean revised =
            rewriter.rewrite(
                conference,
                (c, stateVersion) -> replace(c, topics, run, conference, stateVersion),
                trace);
        save(run, run.progress().withReplaced(revised));
      }
    }
    inTransaction(staging::clear);
  }

  private void replace(
      Connection connection, TopicReader topics, Run run, String conference, long stateVersion)
      throws SQLException {
    topics.<SQLException>readOn(records -> stage(connection, run, records));
    staging.replace(connection, run.progress().id(), conference, stateVersion);
  }

  private void stage(Connection connection, Run run, ConsumerRecords<byte[], byte[]> records)
      throws SQLException {
    List<Arrival> arrivals = new ArrayList<>();
    int unreadable = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        arrivals.add(events.read(record));
      } catch (BadEventException e) {
        // It became a dead letter when it was consumed, or will.
        unreadable++;
      }
    }
    staging.add(connection, run.progress().id(), arrivals);
    run.set(run.progress().withRead(records.count(), unreadable));
  }

  private void save(Run run, Progress progress) {
    run.set(progress);
    log.save(progress);
  }

  private void inTransaction(Work work) {
    transactions.executeWrite(
        status -> {
          work.on(status.getConnection());
          return true;
        });
  }

  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }
}
