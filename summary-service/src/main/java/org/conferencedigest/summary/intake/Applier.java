package org.conferencedigest.summary.intake;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.foundation.trace.Spans;
import org.conferencedigest.summary.deadletter.DeadLetter;
import org.conferencedigest.summary.revision.Projection;
import org.conferencedigest.summary.state.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies records, and finds those that never can be. */
@Singleton
final class Applier {

  private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

  private final EventReader reader;
  private final Projection projection;
  private final Spans spans;

  Applier(EventReader reader, Projection projection, Spans spans) {
    this.reader = reader;
    this.projection = projection;
    this.spans = spans;
  }

  private record Understood(ConsumerRecord<byte[], byte[]> record, Arrival arrival) {}

  /**
   * Applies all records that can be, in one transaction; or, if one of them is in the way, each in
   * its own. If it throws, the reason may pass: some may have been applied by then, which does no
   * harm when they come again.
   *
   * @param last whether this is the last attempt for failures that nobody foresaw
   * @return those that can never be applied
   */
  List<DeadLetter> apply(List<ConsumerRecord<byte[], byte[]>> records, boolean last) {
    List<DeadLetter> dead = new ArrayList<>();
    List<Understood> readable = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        readable.add(new Understood(record, reader.read(record)));
      } catch (BadEventException e) {
        dead.add(
            new DeadLetter(record, String.valueOf(e.getMessage()), !reader.isTooLarge(record)));
      }
    }
    if (failureOf(readable).isPresent()) {
      dead.addAll(applyOneByOne(readable, last));
    }
    return dead;
  }

  /** Those behind a record that has to wait are applied all the same. */
  private List<DeadLetter> applyOneByOne(List<Understood> readable, boolean last) {
    List<DeadLetter> dead = new ArrayList<>();
    UnknownFailureException waits = null;
    for (Understood one : readable) {
      Throwable failure = failureOf(List.of(one)).orElse(null);
      if (failure == null) {
        continue;
      }
      if (last || Failures.kindOf(failure) == Failures.Kind.LASTING) {
        dead.add(new DeadLetter(one.record(), Failures.describe(failure), true));
      } else {
        waits = new UnknownFailureException(failure);
      }
    }
    if (waits != null) {
      throw waits;
    }
    return dead;
  }

  /** Why these cannot be applied together; throws what passes. */
  private Optional<Throwable> failureOf(List<Understood> readable) {
    Instant from = Instant.now();
    try {
      projection.apply(readable.stream().map(Understood::arrival).toList());
      tell(readable, from);
      return Optional.empty();
    } catch (Exception | StackOverflowError e) {
      if (Failures.kindOf(e) == Failures.Kind.PASSING) {
        throw e;
      }
      readable.getLast().arrival().trace().run(() -> log(e, readable.size()));
      return Optional.of(e);
    }
  }

  /** To each of the writes that were applied together, how long that took. */
  private void tell(List<Understood> applied, Instant from) {
    if (spans.areTold()) {
      Instant to = Instant.now();
      for (Understood one : applied) {
        spans.tell(
            Spans.Kind.CONSUMER, "apply " + one.record().topic(), one.arrival().trace(), from, to);
      }
    }
  }

  /** Without the message: it may quote a note. */
  private static void log(Throwable failure, int records) {
    StackTraceElement[] trace = failure.getStackTrace();
    LOG.error(
        "{} record(s) together failed: {} at {}",
        records,
        Failures.describe(failure),
        trace.length == 0 ? "an unknown place" : trace[0]);
  }
}
