package org.conferencedigest.summary.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.embedded.TestPostgres;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.conferencedigest.summary.testing.Topics;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();

  private final String conference = freshConference();
  private final Topics topics = new Topics(KAFKA);

  @Test
  void waitsForADatabaseThatIsDownAndSkipsNothing() {
    int letters = topics.records("talk-reviewed.dlq").size();
    try (TestPostgres postgres = TestMachine.ownPostgres();
        Sender sender = new Sender(KAFKA);
        Instance service =
            Instance.start(postgres.database("summary", "secret"), KAFKA, "outage-test")) {
      sender.send(conference(conference, 1, "A conference"));
      Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).isNotEmpty());
      postgres.kill();
      for (int i = 0; i < 20; i++) {
        sender.send(note(conference, "note-" + i, 1, "Words " + i + "."));
      }
      Await.until(() -> assertThat(retries(service)).isGreaterThan(3));
      postgres.restart();
      Await.until(
          () ->
              assertThat(service.digest(conference, Format.HUGO))
                  .contains("Words 0.", "Words 7.", "Words 19."));
    }
    assertThat(topics.records("talk-reviewed.dlq")).hasSize(letters);
  }

  @Test
  void aBatchThatWasNotAppliedWhenTheServiceStoppedIsAppliedByTheNext() throws SQLException {
    Database database = TestMachine.freshDatabase();
    String group = "stop-test-" + conference;
    int partition = Sender.partition(conference);
    try (Sender sender = new Sender(KAFKA)) {
      long unprocessed;
      try (Instance service = Instance.start(database, KAFKA, group);
          Connection other = database.connect()) {
        sender.send(conference(conference, 1, "A conference"));
        Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).isNotEmpty());
        lock(other);
        unprocessed = sender.send(note(conference, "one", 1, "Words.")).offset();
        Await.until(() -> assertThat(isSomeoneWaiting(database)).isTrue());
        Thread stopping = Thread.ofVirtual().start(service::close);
        // What it is doing fails while it stops, and it may not take that for done.
        Await.until(
            () -> {
              endWhoeverWaits(database);
              assertThat(stopping.isAlive()).isFalse();
            });
      }
      assertThat(topics.committed(group, "talk-reviewed", partition))
          .isLessThanOrEqualTo(unprocessed);
      try (Instance next = Instance.start(database, KAFKA, group)) {
        Await.until(() -> assertThat(next.digest(conference, Format.HUGO)).contains("Words."));
      }
    }
  }

  private static double retries(Instance service) {
    return service.bean(MeterRegistry.class).counter("digest.intake.retries").count();
  }

  private void lock(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from conference_state where conference = ? for update")) {
      select.setString(1, conference);
      select.executeQuery();
    }
  }

  private static boolean isSomeoneWaiting(Database database) throws SQLException {
    return ask(database, "select exists (select from %s)");
  }

  /** Whether there was someone. */
  private static boolean endWhoeverWaits(Database database) throws SQLException {
    return ask(database, "select coalesce(bool_or(pg_terminate_backend(pid)), false) from %s");
  }

  private static boolean ask(Database database, String question) throws SQLException {
    String waiting =
        "pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(question.formatted(waiting));
        ResultSet answer = select.executeQuery()) {
      answer.next();
      return answer.getBoolean(1);
    }
  }
}
