package org.conferencedigest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.EDITOR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.junit.jupiter.api.Test;

class ConcurrentWritersTest {

  private static final int WRITERS = 8;
  private static final int WRITES = 40;

  private static final List<String> NOTES = List.of("a", "b", "c", "d");

  @Test
  void keepVersionsWithoutGapsAndEventsInTheOrderOfTheDatabase()
      throws InterruptedException, ExecutionException {
    Database database = TestMachine.freshDatabase();
    // Every revision stays in the history, also of a draft that is saved again and again.
    Map<String, Object> quiet = Map.of("outbox.relay", false, "notes.bounds.drafts-within", "0s");
    try (Service one = Service.start(database, quiet);
        Service two = Service.start(database, quiet)) {
      one.put("/kelp", EDITOR, "{\"title\": \"Kelp\"}").is(201);
      one.put("/kelp/talks/t", EDITOR, "{\"title\": \"T\"}").is(201);

      write(List.of(one, two));

      Map<String, List<Stored.Event>> byKey = new TreeMap<>();
      for (Stored.Event event : Stored.events(database)) {
        byKey.computeIfAbsent(event.key(), k -> new ArrayList<>()).add(event);
      }
      byKey.forEach(ConcurrentWritersTest::assertContiguous);
      Map<String, Long> versions = new HashMap<>();
      Map<String, String> last = new HashMap<>();
      byKey.forEach(
          (key, events) -> {
            versions.put(key, (long) events.size());
            last.put(key, events.getLast().body());
          });
      assertThat(versions).hasSize(NOTES.size() + 1);
      assertStored(database, versions, last);
      assertThat(
              Stored.number(
                  database,
                  "select count(*) from note where revision <>"
                      + " (select count(*) from note_revision r where r.note = note.slug)"))
          .isZero();
      String room = (String) one.get("/kelp/talks/t", EDITOR).is(200).at("room");
      assertThat(last.entrySet())
          .filteredOn(entry -> entry.getValue().contains("\"slug\":\"t\""))
          .allSatisfy(entry -> assertThat(entry.getValue()).contains("\"room\":\"" + room + "\""));
    }
  }

  private static void write(List<Service> services)
      throws InterruptedException, ExecutionException {
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        int writer = w;
        running.add(writers.submit(() -> write(services.get(writer % 2), new Random(writer))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private static void write(Service service, Random random) {
    for (int i = 0; i < WRITES; i++) {
      String note = "/kelp/notes/" + NOTES.get(random.nextInt(NOTES.size()));
      int words = random.nextInt();
      Answer answer =
          switch (random.nextInt(10)) {
            case 0 -> service.delete(note, EDITOR);
            case 1 -> service.put(note, EDITOR, body(words, "draft"));
            case 2 ->
                service.put(
                    "/kelp/talks/t", EDITOR, "{\"title\": \"T\", \"room\": \"" + words + "\"}");
            case 3 -> service.put("/kelp", EDITOR, "{\"title\": \"Kelp " + words + "\"}");
            default -> service.put(note, EDITOR, body(words, "published"));
          };
      assertThat(answer.status()).as(answer.text()).isIn(200, 201, 204, 404);
    }
  }

  private static String body(int words, String state) {
    return """
    {"title": "N", "body": "%d", "state": "%s", "talks": ["t"]}"""
        .formatted(words, state);
  }

  private static void assertContiguous(String key, List<Stored.Event> events) {
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).body()).as(key).contains("\"version\":" + (i + 1));
    }
  }

  private static void assertStored(
      Database database, Map<String, Long> versions, Map<String, String> last) {
    Stored.query(
        database,
        "select 'kelp/' || slug, event_version, state, body from note",
        row -> {
          String key = row.getString(1);
          assertThat(versions.get(key)).isEqualTo(row.getLong(2));
          if (row.getString(3).equals("published")) {
            assertThat(last.get(key)).contains("\"body\":\"" + row.getString(4) + "\"");
          } else {
            assertThat(last.get(key)).doesNotContain("content");
          }
        });
    Stored.query(
        database,
        "select slug, version, title from conference",
        row -> {
          assertThat(versions.get(row.getString(1))).isEqualTo(row.getLong(2));
          assertThat(last.get(row.getString(1))).contains("\"title\":\"" + row.getString(3) + "\"");
        });
  }
}
