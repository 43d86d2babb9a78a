package org.conferencedigest.summary.deadletter;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator does with dead letters. */
@Singleton
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final LetterBox box;
  private final DoneLetters done;
  private final LetterProducer producer;
  private final AppliedVersions applied;
  private final DeadLetterSettings settings;

  DeadLetters(
      LetterBox box,
      DoneLetters done,
      LetterProducer producer,
      AppliedVersions applied,
      DeadLetterSettings settings) {
    this.box = box;
    this.done = done;
    this.producer = producer;
    this.applied = applied;
    this.settings = settings;
  }

  /** Letters that wait, behind one, in the order of their ids. */
  List<Letter> list(@Nullable LetterId after, int limit) {
    Set<LetterId> dealtWith = done.all();
    if (!dealtWith.isEmpty()) {
      done.forgetBefore(box.begins());
    }
    return box.read(after, id -> !dealtWith.contains(id), limit, Letter::of);
  }

  /**
   * Sends a letter's record again, as it was, to where it came from. It is applied, or becomes
   * another letter; this one is not listed any more. If a version as new was applied since, nothing
   * is sent: the letter is only dealt with.
   *
   * @return whether the record was sent
   * @throws ProblemException 404 if there is no such letter; 409 if its body was not kept
   */
  boolean replay(LetterId id, String operator) {
    ConsumerRecord<byte[], byte[]> letter = find(id);
    if (!Letter.of(letter).replayable()) {
      throw ProblemException.conflict(
          "The body of this record was too large to be kept: correct it where it came from.");
    }
    ProducerRecord<byte[], byte[]> record = original(letter);
    boolean superseded = applied.supersede(asConsumed(record, letter));
    if (!superseded) {
      send(record);
    }
    String how = superseded ? "superseded" : "replayed";
    done.add(id, how, operator);
    LOG.info("Dead letter {} was {} when {} replayed it", id, how, operator);
    return !superseded;
  }

  /**
   * What became of letters that were to be replayed.
   *
   * @param found how many there were
   * @param sent how many of them were sent; newer versions of the others were applied already
   */
  record Replay(int found, int sent) {}

  /**
   * Replays letters that wait and can be, in order. If as many were found as asked for, more may
   * wait.
   */
  Replay replayAll(int most, String operator) {
    // Found before the first is sent: one that fails again must not come by twice.
    List<LetterId> found = new ArrayList<>();
    List<Letter> page = list(null, settings.mostPerPage());
    while (!page.isEmpty() && found.size() < most) {
      page.stream()
          .filter(Letter::replayable)
          .limit(most - found.size())
          .forEach(letter -> found.add(letter.letterId()));
      page = list(page.getLast().letterId(), settings.mostPerPage());
    }
    int sent = 0;
    for (LetterId id : found) {
      if (replay(id, operator)) {
        sent++;
      }
    }
    return new Replay(found.size(), sent);
  }

  /** Puts a letter away for good; 404 if there is no such letter. */
  void purge(LetterId id, String operator) {
    find(id);
    done.add(id, "purged", operator);
    LOG.info("Dead letter {} was purged by {}", id, operator);
  }

  /** Deletes all letters. */
  void purgeAll(String operator) {
    box.clear();
    done.forgetBefore(box.begins());
    LOG.info("All dead letters were purged by {}", operator);
  }

  private ConsumerRecord<byte[], byte[]> find(LetterId id) {
    return Optional.of(id)
        .filter(letter -> !done.all().contains(letter))
        .flatMap(box::find)
        .orElseThrow(() -> ProblemException.notFound("There is no dead letter " + id + "."));
  }

  private static ProducerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> letter) {
    Headers headers = letter.headers();
    String topic = LetterHeaders.text(headers, LetterHeaders.TOPIC);
    String partition = LetterHeaders.text(headers, LetterHeaders.PARTITION);
    if (topic == null || partition == null || !LetterTopics.of(topic).equals(letter.topic())) {
      throw ProblemException.conflict("This letter does not say where it came from.");
    }
    // Its own partition: a conference's events stay together, in the order of their offsets.
    return new ProducerRecord<>(
        topic,
        Integer.valueOf(partition),
        letter.key(),
        letter.value(),
        LetterHeaders.withoutOurs(headers));
  }

  private static ConsumerRecord<byte[], byte[]> asConsumed(
      ProducerRecord<byte[], byte[]> record, ConsumerRecord<byte[], byte[]> letter) {
    ConsumerRecord<byte[], byte[]> consumed =
        new ConsumerRecord<>(
            record.topic(), record.partition(), letter.offset(), record.key(), record.value());
    record.headers().forEach(consumed.headers()::add);
    return consumed;
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.kafka().send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter could not be replayed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while a dead letter was replayed", e);
    }
  }
}
