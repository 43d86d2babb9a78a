package org.conferencedigest.summary.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestKafka;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.EventType;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.conferencedigest.summary.testing.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final String LETTERS = "/internal/dead-letters";
  private static final String EDITOR = Tokens.bearer("eve", "editor");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  // A broker of its own, so that its letters are all there are.
  private static final TestKafka BROKER = TestMachine.ownKafka();
  private static final String KAFKA = BROKER.bootstrapServers();
  private static final Database DATABASE = TestMachine.freshDatabase();

  private static Instance service;
  private static Sender sender;

  private final String conference = freshConference();

  @BeforeAll
  static void start() {
    service = Instance.start(DATABASE, KAFKA, "dead-letters-test");
    sender = new Sender(KAFKA);
  }

  @AfterAll
  static void stop() {
    service.close();
    sender.close();
    BROKER.close();
  }

  @BeforeEach
  void noLetters() {
    assertThat(send("DELETE", LETTERS).statusCode()).isEqualTo(204);
    assertThat(list("").body()).isEqualTo("{\"items\":[],\"next\":null}");
  }

  @Test
  void operatorsOnly() {
    assertThat(service.get(LETTERS).statusCode()).isEqualTo(401);
    assertThat(service.get(LETTERS, "Authorization", Tokens.bearer("ada", "author")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aLetterTellsWhereItCameFromAndWhy() {
    rubbish("key");
    Await.until(
        () ->
            assertThat(list("").body())
                .contains("\"topic\":\"talk-reviewed\"", "\"key\":\"key\"", "not a org"));
    assertThat(list("").body()).doesNotContain("rubbish of");
  }

  @Test
  void lettersAreListedByPages() {
    for (int i = 0; i < 5; i++) {
      rubbish("key-" + i);
    }
    Await.until(() -> assertThat(ID.matcher(list("").body()).results()).hasSize(5));
    String first = list("?limit=3").body();
    assertThat(ID.matcher(first).results()).hasSize(3);
    Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = list("?limit=3&cursor=" + next.group(1)).body();
    assertThat(ID.matcher(second).results()).hasSize(2);
    assertThat(second).contains("\"next\":null");
    assertThat(list("?limit=0").statusCode()).isEqualTo(400);
    assertThat(list("?limit=9999").statusCode()).isEqualTo(400);
  }

  @Test
  void aReplayedLetterIsAppliedWhenItsReasonIsGone() throws SQLException {
    refuseNotes();
    sender.send(conference(conference, 1, "A conference"));
    sender.send(note(conference, "one", 1, "It was about one."));
    String id = Await.answer(() -> idIn(list("").body()));
    takeNotesAgain();
    assertThat(send("POST", LETTERS + "/" + id + "/replay").statusCode()).isEqualTo(204);
    Await.until(
        () -> assertThat(service.digest(conference, Format.HUGO)).contains("It was about one."));
    assertThat(list("").body()).contains("\"items\":[]");
    assertThat(send("POST", LETTERS + "/" + id + "/replay").statusCode()).isEqualTo(404);
  }

  @Test
  void aLetterIsNotSentAgainWhenANewerVersionWasAppliedSince() throws SQLException {
    refuseNotes();
    sender.send(conference(conference, 1, "A conference"));
    sender.send(note(conference, "one", 1, "It is the old text."));
    sender.send(note(conference, "two", 1, "It is the other old text."));
    Await.until(() -> assertThat(ID.matcher(list("").body()).results()).hasSize(2));
    String id = Await.answer(() -> idIn(list("").body()));
    takeNotesAgain();
    sender.send(note(conference, "one", 2, "It is the new text."));
    long last = sender.send(note(conference, "two", 2, "It is the other new text.")).offset();
    Await.until(
        () ->
            assertThat(service.digest(conference, Format.HUGO))
                .contains("It is the new text.", "It is the other new text."));
    assertThat(send("POST", LETTERS + "/" + id + "/replay").statusCode()).isEqualTo(204);
    assertThat(send("POST", LETTERS + "/replay").body())
        .isEqualTo("{\"replayed\":0,\"more\":false}");
    assertThat(list("").body()).contains("\"items\":[]");
    // The topic's last records are the newest, or its compaction would drop those.
    assertThat(sender.send(note(conference, "three", 1, "Next.")).offset()).isEqualTo(last + 1);
  }

  @Test
  void allAreReplayedAtOnceAndThoseThatFailAgainAreLettersAgain() {
    for (int i = 0; i < 4; i++) {
      rubbish("key-" + i);
    }
    Await.until(() -> assertThat(ID.matcher(list("").body()).results()).hasSize(4));
    String before = list("").body();
    assertThat(send("POST", LETTERS + "/replay").body())
        .isEqualTo("{\"replayed\":4,\"more\":false}");
    Await.until(() -> assertThat(ID.matcher(list("").body()).results()).hasSize(4));
    assertThat(list("").body()).isNotEqualTo(before);
  }

  @Test
  void aPurgedLetterIsGone() {
    rubbish("key");
    String id = Await.answer(() -> idIn(list("").body()));
    assertThat(send("DELETE", LETTERS + "/" + id).statusCode()).isEqualTo(204);
    assertThat(list("").body()).contains("\"items\":[]");
    assertThat(send("DELETE", LETTERS + "/" + id).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", LETTERS + "/talk-reviewed.dlq:0:99999").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", LETTERS + "/nonsense").statusCode()).isEqualTo(404);
  }

  private void rubbish(String key) {
    sender.send(
        EventType.TALK_REVIEWED,
        conference,
        key,
        ("rubbish of " + key).getBytes(UTF_8),
        Map.of("ce_type", EventType.TALK_REVIEWED.type()));
  }

  private static HttpResponse<String> list(String query) {
    return send("GET", LETTERS + query);
  }

  private static HttpResponse<String> send(String method, String path) {
    return service.send(
        service.request(path, "Authorization", EDITOR).method(method, BodyPublishers.noBody()));
  }

  private static @org.jspecify.annotations.Nullable String idIn(String page) {
    Matcher id = ID.matcher(page);
    return id.find() ? id.group(1) : null;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void refuseNotes() throws SQLException {
    execute(
        """
        create or replace function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused' using errcode = '22000'; end $$;
        create trigger refuse before insert on note_state for each row execute function refuse();
        """);
  }

  private void takeNotesAgain() throws SQLException {
    execute("drop trigger refuse on note_state");
  }
}
