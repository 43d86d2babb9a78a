package org.conferencedigest.summary.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.deletedConference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;
import static org.conferencedigest.summary.testing.Samples.retraction;

import java.util.List;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static Instance service;
  private static Sender sender;

  private final String conference = freshConference();

  @BeforeAll
  static void start() {
    service =
        Instance.start(
            TestMachine.freshDatabase(), TestMachine.kafka().bootstrapServers(), "intake-test");
    sender = new Sender(TestMachine.kafka().bootstrapServers());
  }

  @AfterAll
  static void stop() {
    service.close();
    sender.close();
  }

  @Test
  void writesTheDigestOfWhatEventsTell() {
    send(
        conference(conference, 1, "A conference"), note(conference, "one", 1, "It was about one."));
    Await.until(
        () -> assertThat(service.digest(conference, Format.HUGO)).contains("It was about one."));
    assertThat(service.digest(conference, Format.HTML)).contains("A conference");
  }

  @Test
  void keepsTheHighestVersionOfReversedAndRepeatedEvents() {
    send(
        conference(conference, 2, "New title"),
        conference(conference, 1, "Old title"),
        note(conference, "one", 3, "Third words."),
        note(conference, "one", 2, "Second words."),
        note(conference, "one", 3, "Third words."),
        note(conference, "one", 1, "First words."),
        note(conference, "last", 1, "The end."));
    Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).contains("The end."));
    assertThat(service.digest(conference, Format.HUGO))
        .contains("Third words.")
        .doesNotContain("Second", "First", "Old title");
  }

  @Test
  void aRetractedNoteStaysAwayWhenAnOlderEventComesLate() {
    send(
        conference(conference, 1, "A conference"),
        note(conference, "one", 1, "First words."),
        retraction(conference, "one", 3),
        note(conference, "one", 2, "Second words."),
        note(conference, "last", 1, "The end."));
    Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).contains("The end."));
    assertThat(service.digest(conference, Format.HUGO)).doesNotContain("words.");
  }

  @Test
  void theDigestOfADeletedConferenceIsGoneUntilItComesBack() {
    send(
        conference(conference, 1, "A conference"), note(conference, "one", 1, "It was about one."));
    Await.until(() -> assertThat(service.digest(conference, Format.JSON)).isNotEmpty());
    send(deletedConference(conference, 2));
    Await.until(() -> assertThat(service.digest(conference, Format.JSON)).isEmpty());
    long revision = service.revision(conference);
    send(conference(conference, 3, "Once more"));
    Await.until(() -> assertThat(service.digest(conference, Format.JSON)).contains("Once more"));
    assertThat(service.revision(conference)).isEqualTo(revision + 1);
  }

  @Test
  void aRevisionIsMadeByEachVisibleChangeAndByNothingElse() {
    send(conference(conference, 1, "A conference"), note(conference, "one", 1, "First words."));
    Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).contains("First words."));
    long revision = service.revision(conference);
    send(note(conference, "one", 1, "First words."), note(conference, "one", 2, "Second words."));
    Await.until(
        () -> assertThat(service.digest(conference, Format.HUGO)).contains("Second words."));
    assertThat(service.revision(conference)).isEqualTo(revision + 1);
  }

  private static void send(DigestEvent... events) {
    List.of(events).forEach(sender::send);
  }
}
