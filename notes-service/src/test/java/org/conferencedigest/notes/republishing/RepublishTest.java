package org.conferencedigest.notes.republishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestKafka;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepublishTest {

  private final Map<String, Object> quick = Map.of("notes.republish.batch", 2);

  private TestKafka broker;
  private Consumer consumer;
  private Database database;

  @BeforeAll
  void startBroker() {
    broker = TestMachine.ownKafka();
    consumer = new Consumer(broker.bootstrapServers());
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void beginAnew() {
    database = TestMachine.freshDatabase();
    consumer.loseTopics();
  }

  @Test
  void anOldDatabaseIsPublishedAboveTheTopics() throws Exception {
    Backup backup;
    try (Service service = start(quick)) {
      service.put("/kelp", EDITOR, "{\"title\": \"Kelp\"}").is(201);
      write(service, "/kelp/notes/kept", "Kept");
      write(service, "/kelp/notes/changed", "As it was");
      write(service, "/kelp/notes/retracted", "Back again");
      service
          .put(
              "/kelp/notes/draft",
              ANN,
              "{\"title\": \"Draft\", \"body\": \"B\", \"state\": \"draft\"}")
          .is(201);
      awaitSent();
      backup = Backup.of(database);
      for (int i = 0; i < 5; i++) {
        write(service, "/kelp/notes/changed", "Changed " + i);
      }
      service.delete("/kelp/notes/retracted", ANN).is(204);
      write(service, "/kelp/notes/lost", "Lost");
      service.put("/kelp", EDITOR, "{\"title\": \"Kelp and more\"}").is(200);
      service.put("/lost", EDITOR, "{\"title\": \"Lost\"}").is(201);
      write(service, "/lost/notes/too", "Lost too");
      awaitSent();
    }
    backup.restore(database);
    try (Service service = start(quick)) {
      assertThat(consumer.titles()).containsEntry("kelp/changed", "Changed 4");

      Answer over = republish(service, "");

      assertThat(over.text()).contains("\"unknown\":3", "\"conferences\":1", "\"notes\":3");
      assertThat(of("kelp"))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "kelp", "Kelp",
                  "kelp/kept", "Kept",
                  "kelp/changed", "As it was",
                  "kelp/retracted", "Back again",
                  // Nobody has asked for it to be taken away.
                  "kelp/lost", "Lost"));
      assertThat(of("lost")).containsOnlyKeys("lost", "lost/too");

      republish(service, "?retractUnknown=true");

      assertThat(of("kelp"))
          .containsOnlyKeys("kelp", "kelp/kept", "kelp/changed", "kelp/retracted");
      assertThat(of("lost")).isEmpty();

      // What is written after it is heard of, wherever it is.
      write(service, "/kelp/notes/changed", "On we go");
      write(service, "/kelp/notes/lost", "Found");
      service.put("/lost", EDITOR, "{\"title\": \"Found\"}").is(201);
      service.put("/lost/notes/too", EDITOR, "{\"title\": \"Found too\", \"body\": \"B\"}").is(201);
      awaitSent();
      assertThat(of("kelp"))
          .containsEntry("kelp/changed", "On we go")
          .containsEntry("kelp/lost", "Found");
      assertThat(of("lost")).containsEntry("lost", "Found").containsEntry("lost/too", "Found too");
    }
  }

  @Test
  void lostTopicsAreFilledAgainWhilePeopleWrite() throws Exception {
    try (Service service =
            start(Map.of("notes.republish.batch", 3, "notes.republish.backlog", 20));
        ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      service.put("/reef", EDITOR, "{\"title\": \"Reef\"}").is(201);
      for (int i = 0; i < 40; i++) {
        write(service, "/reef/notes/n" + i, "First");
      }
      service.delete("/reef/notes/n7", ANN).is(204);
      service.put("/gone", EDITOR, "{\"title\": \"Gone\"}").is(201);
      service.delete("/gone", EDITOR).is(204);
      awaitSent();
      consumer.loseTopics();
      AtomicBoolean done = new AtomicBoolean();
      List<Future<Integer>> written =
          List.of(1, 2, 3).stream()
              .map(
                  writer ->
                      writers.submit(
                          () -> {
                            int count = 0;
                            while (!done.get() || count == 0) {
                              write(service, "/reef/notes/n" + (count % 5), "W" + writer + count);
                              count++;
                            }
                            return count;
                          }))
              .toList();
      try {
        republish(service, "");
      } finally {
        done.set(true);
      }
      for (Future<Integer> one : written) {
        assertThat(one.get()).isPositive();
      }
      awaitSent();

      assertThat(of("reef")).isEqualTo(published("reef"));
      assertThat(of("reef")).doesNotContainKey("reef/n7").hasSize(40);
      assertThat(of("gone")).isEmpty();
    }
  }

  @Test
  void oneConferenceIsEnoughIfThatIsWanted() throws Exception {
    try (Service service = start(quick)) {
      service.put("/one", EDITOR, "{\"title\": \"One\"}").is(201);
      service.put("/other", EDITOR, "{\"title\": \"Other\"}").is(201);
      awaitSent();
      consumer.loseTopics();

      republish(service, "?conference=one");

      assertThat(of("one")).containsOnlyKeys("one");
      assertThat(of("other")).isEmpty();
      service.operate("POST", "/republish?conference=none", EDITOR).isProblem(404);
    }
  }

  @Test
  void oneRunsAtATimeAndOneThatWasInterruptedIsStartedAgain() throws Exception {
    try (Service service = start(Map.of("outbox.relay", false, "notes.republish.backlog", 1))) {
      service.put("/stopped", EDITOR, "{\"title\": \"Stopped\"}").is(201);
      service.operate("POST", "/republish", EDITOR).is(202);
      await(() -> state(service).equals("publishing"));
      service.operate("POST", "/republish", EDITOR).isProblem(409);
    }
    try (Service service = start(quick)) {
      assertThat(state(service)).isEqualTo("failed");
      republish(service, "");
      assertThat(of("stopped")).containsOnlyKeys("stopped");
    }
  }

  @Test
  void isForOperators() {
    try (Service service = start(quick)) {
      service.operate("POST", "/republish", NOBODY).isProblem(401);
      service.operate("POST", "/republish", ANN).isProblem(403);
      service.operate("GET", "/republish", ANN).isProblem(403);
    }
  }

  private Service start(Map<String, Object> settings) {
    Map<String, Object> all = new TreeMap<>(settings);
    all.put("kafka.bootstrap.servers", broker.bootstrapServers());
    return Service.start(database, all);
  }

  private static void write(Service service, String path, String title) {
    Answer answer = service.put(path, ANN, "{\"title\": \"" + title + "\", \"body\": \"B\"}");
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
  }

  /** Runs it to the end, and until all it has published is sent. */
  private Answer republish(Service service, String query) throws Exception {
    service.operate("POST", "/republish" + query, EDITOR).is(202);
    await(() -> List.of("done", "failed").contains(state(service)));
    Answer over = service.operate("GET", "/republish", EDITOR).is(200);
    assertThat(state(service)).as(over.text()).isEqualTo("done");
    awaitSent();
    return over;
  }

  private static String state(Service service) {
    List<String> states =
        service.operate("GET", "/republish", EDITOR).is(200).each("items", "state");
    return states.isEmpty() ? "none" : states.getFirst();
  }

  private Map<String, String> of(String conference) {
    Map<String, String> titles = new TreeMap<>(consumer.titles());
    titles.keySet().removeIf(key -> !key.split("/")[0].equals(conference));
    return titles;
  }

  private Map<String, String> published(String conference) {
    Map<String, String> titles = new TreeMap<>();
    Stored.query(
        database,
        "select slug, title from conference where not deleted",
        row -> titles.put(row.getString(1), row.getString(2)));
    Stored.query(
        database,
        "select conference || '/' || slug, title from note where state = 'published'",
        row -> titles.put(row.getString(1), row.getString(2)));
    titles.keySet().removeIf(key -> !key.split("/")[0].equals(conference));
    return titles;
  }

  private void awaitSent() throws Exception {
    await(() -> Stored.number(database, "select count(*) from outbox") == 0);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!condition.call()) {
      assertThat(Instant.now()).as("the deadline").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
