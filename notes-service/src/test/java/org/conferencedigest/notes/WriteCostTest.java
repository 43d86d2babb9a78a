package org.conferencedigest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;

import java.util.Map;
import java.util.function.IntConsumer;
import org.conferencedigest.embedded.TestMachine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a write costs the database. A bare transaction of two inserts takes three round trips: one
 * each, and the commit.
 */
class WriteCostTest {

  private static final int BARE = 3;

  private static final RoundTrips TRIPS = RoundTrips.to(TestMachine.freshDatabase());
  private static final Service SERVICE =
      Service.start(TRIPS.database(), Map.of("outbox.relay", false));

  @BeforeAll
  static void prepare() {
    SERVICE.put("/kelp", EDITOR, "{\"title\": \"Kelp\"}").is(201);
    SERVICE.put("/kelp/talks/a", EDITOR, "{\"title\": \"A\"}").is(201);
    SERVICE.put("/kelp/talks/b", EDITOR, "{\"title\": \"B\"}").is(201);
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
    TRIPS.close();
  }

  @Test
  void aNoteIsCreatedInAtMostTwoRoundTripsMoreThanABareTransaction() {
    assertThat(cost(i -> SERVICE.put("/kelp/notes/new-" + i, ANN, note("n")).is(201)))
        .isEqualTo(4)
        .isLessThanOrEqualTo(BARE + 2);
  }

  @Test
  void aNoteIsChangedInAtMostTwoRoundTripsMoreThanABareTransaction() {
    SERVICE.put("/kelp/notes/old", ANN, note("n")).is(201);

    assertThat(cost(i -> SERVICE.put("/kelp/notes/old", ANN, note("n" + i)).is(200)))
        .isEqualTo(4)
        .isLessThanOrEqualTo(BARE + 2);
  }

  @Test
  void anUnchangedNoteIsFoundToBeSoInTwoRoundTrips() {
    SERVICE.put("/kelp/notes/same", ANN, note("n")).is(201);

    assertThat(cost(i -> SERVICE.put("/kelp/notes/same", ANN, note("n")).is(200))).isEqualTo(2);
  }

  @Test
  void aNoteIsReadInOneRoundTrip() {
    SERVICE.put("/kelp/notes/read", ANN, note("n")).is(201);

    assertThat(cost(i -> SERVICE.get("/kelp/notes/read", ANN).is(200))).isEqualTo(1);
  }

  /** The least of many, since the pool now and then asks a connection whether it lives. */
  private static int cost(IntConsumer request) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      TRIPS.take();
      request.accept(i);
      least = Math.min(least, TRIPS.take());
    }
    return least;
  }

  private static String note(String entry) {
    return """
    {"title": "N", "body": "Words.", "talks": ["a", "b"], "review": {"entry": "%s"}}
    """
        .formatted(entry);
  }
}
