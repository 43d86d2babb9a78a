package org.conferencedigest.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;
import static org.conferencedigest.summary.testing.Samples.retraction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();
  private static final Database DATABASE = TestMachine.freshDatabase();

  private static Instance service;
  private static Sender sender;

  private final String conference = freshConference();

  @BeforeAll
  static void start() {
    service = Instance.start(DATABASE, KAFKA, "rebuild-test");
    sender = new Sender(KAFKA);
  }

  @AfterAll
  static void stop() {
    service.close();
    sender.close();
  }

  @BeforeEach
  void writeADigest() {
    sender.send(conference(conference, 1, "A conference"));
    sender.send(note(conference, "one", 1, "First words."));
    sender.send(note(conference, "one", 2, "Second words."));
    sender.send(note(conference, "gone", 1, "Gone."));
    sender.send(retraction(conference, "gone", 2));
    sender.send(note(conference, "last", 1, "The end."));
    Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).contains("The end."));
  }

  @Test
  void whatIsRightStaysAsItIsAtItsRevision() throws SQLException {
    Map<Format, String> before = bytes(service);
    long revision = service.revision(conference);
    rebuild();
    assertThat(bytes(service)).isEqualTo(before);
    assertThat(service.revision(conference)).isEqualTo(revision);
    sender.send(note(conference, "one", 3, "Third words."));
    Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).contains("Third words."));
  }

  @Test
  void whatIsWrongInTheDatabaseIsMended() throws SQLException {
    Map<Format, String> right = bytes(service);
    change("update note_state set body = null, version = 900 where note = 'one'");
    change("delete from note_state where note = 'last'");
    change("update conference_state set state_version = state_version + 1, replaced_in = 999999");
    assertThat(service.digest(conference, Format.HUGO)).doesNotContain("words.", "The end.");
    long revision = service.revision(conference);
    rebuild();
    assertThat(bytes(service)).isEqualTo(right);
    assertThat(service.revision(conference)).isGreaterThanOrEqualTo(revision);
    sender.send(note(conference, "one", 3, "Third words."));
    Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).contains("Third words."));
  }

  @Test
  void whatCannotEvenBeReadIsMended() throws SQLException {
    Map<Format, String> right = bytes(service);
    change("update note_state set body = 'rubbish' where note = 'one'");
    change("update conference_state set state_version = state_version + 1, replaced_in = 999999");
    rebuild();
    assertThat(bytes(service)).isEqualTo(right);
  }

  @Test
  void anEmptyDatabaseIsBuiltFromTheTopicsAlone() {
    Map<Format, String> right = bytes(service);
    try (Instance fresh =
        Instance.start(TestMachine.freshDatabase(), KAFKA, "fresh-" + conference)) {
      Await.until(() -> assertThat(bytes(fresh)).isEqualTo(right));
    }
  }

  @Test
  void eventsThatComeMeanwhileAreKept() throws SQLException {
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int version = 3; version < 60; version++) {
                    sender.send(note(conference, "one", version, "Words " + version + "."));
                  }
                });
    rebuild();
    rebuild();
    Await.until(
        () -> {
          assertThat(writer.isAlive()).isFalse();
          assertThat(service.digest(conference, Format.HUGO)).contains("Words 59.");
        });
  }

  @Test
  void onlyOneRunsAtATime() throws SQLException {
    RebuildLock lock = service.bean(RebuildLock.class);
    try (RebuildLock.Held held = lock.tryToHold().orElseThrow()) {
      held.require();
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> service.bean(Rebuilds.class).start(TraceContext.create())))
          .isInstanceOf(ProblemException.class);
    }
  }

  private static void rebuild() throws SQLException {
    Rebuilds rebuilds = service.bean(Rebuilds.class);
    Progress started = rebuilds.start(TraceContext.create());
    Await.until(
        () -> {
          Progress newest = rebuilds.all().getFirst();
          assertThat(newest.id()).isEqualTo(started.id());
          assertThat(newest.failure()).isNull();
          assertThat(newest.state()).isEqualTo(Progress.State.DONE);
          assertThat(newest.replaced()).isEqualTo(newest.conferences()).isPositive();
        });
    Await.until(() -> assertThat(service.bean(RebuildLock.class).isHeldBySomeone()).isFalse());
  }

  private void change(String statement) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement update = connection.createStatement()) {
      String mine =
          statement.contains(" where ")
              ? statement + " and conference = '" + conference + "'"
              : statement + " where conference = '" + conference + "'";
      update.executeUpdate(mine);
    }
  }

  private Map<Format, String> bytes(Instance instance) {
    Map<Format, String> bytes = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      bytes.put(format, instance.digest(conference, format));
    }
    return bytes;
  }
}
