package org.conferencedigest.summary.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.deletedConference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;
import static org.conferencedigest.summary.testing.Samples.retraction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.state.Arrival;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;

/** The same events in any order, with any duplicates, in any batches, give the same bytes. */
class OrderTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();

  private static final Instance SERVICE =
      Instance.start(TestMachine.freshDatabase(), KAFKA, "order-test");
  private static final Sender SENDER = new Sender(KAFKA);

  @AfterContainer
  static void stop() {
    SERVICE.close();
    SENDER.close();
  }

  @Property(tries = 50)
  void orderAndDuplicatesDoNotMatter(@ForAll("runs") Run run) {
    String inOrder = freshConference();
    List<DigestEvent> events = run.events(inOrder);
    events.forEach(event -> apply(List.of(event)));

    String shuffled = freshConference();
    Random random = new Random(run.seed());
    List<DigestEvent> others = new ArrayList<>(run.events(shuffled));
    for (int i = 0; i < run.duplicates(); i++) {
      others.add(others.get(random.nextInt(events.size())));
    }
    java.util.Collections.shuffle(others, random);
    for (int from = 0; from < others.size(); ) {
      int to = Math.min(others.size(), from + 1 + random.nextInt(8));
      apply(others.subList(from, to));
      from = to;
    }

    assertThat(bytes(shuffled)).isEqualTo(bytes(inOrder));
  }

  /**
   * What happened to a conference with some notes.
   *
   * @param steps which entity changes next, and how: even numbers change it, odd ones remove it
   */
  record Run(List<Integer> steps, int duplicates, long seed) {

    List<DigestEvent> events(String conference) {
      Map<Integer, Integer> versions = new java.util.HashMap<>();
      List<DigestEvent> events = new ArrayList<>();
      for (int step : steps) {
        int entity = (step / 4) % 6;
        int version = versions.merge(entity, 1, Integer::sum);
        boolean remove = step % 4 == 3;
        String words = "Words " + version + " of " + entity + ".";
        events.add(
            entity == 0
                ? remove
                    ? deletedConference(conference, version)
                    : conference(conference, version, "Title " + version)
                : remove
                    ? retraction(conference, "note-" + entity, version)
                    : note(conference, "note-" + entity, version, words));
      }
      // Most runs end with a digest: a deleted one has no bytes to compare.
      events.add(conference(conference, versions.merge(0, 1, Integer::sum), "The last title"));
      return events;
    }
  }

  @Provide
  Arbitrary<Run> runs() {
    return net.jqwik.api.Combinators.combine(
            Arbitraries.integers().between(0, 23).list().ofMinSize(5).ofMaxSize(40),
            Arbitraries.integers().between(0, 15),
            Arbitraries.longs())
        .as(Run::new);
  }

  private static void apply(List<DigestEvent> events) {
    List<Arrival> arrivals =
        events.stream()
            .map(
                event ->
                    new Arrival(
                        event, SENDER.body(event), Instant.EPOCH, TraceContext.create(), 0, 0))
            .toList();
    SERVICE.bean(Projection.class).apply(arrivals);
  }

  private static Map<Format, String> bytes(String conference) {
    Map<Format, String> bytes = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      // Unfolded, so that a name is not parted where another one, longer or shorter, is not.
      String text = SERVICE.digest(conference, format).replace("\r\n ", "");
      bytes.put(format, text.replace(conference, "the-conference"));
    }
    return bytes;
  }
}
