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
  private final DeadLetterSettings settings;

  DeadLetters(
      LetterBox box, DoneLetters done, LetterProducer producer, DeadLetterSettings settings) {
    this.box = box;
    this.done = done;
    this.producer = producer;
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
   * another letter; this one is not listed any more.
   *
   * @throws ProblemException 404 if there is no such letter; 409 if its body was not kept
   */
  void replay(LetterId id, String operator) {
    ConsumerRecord<byte[], byte[]> letter = find(id);
    if (!Letter.of(letter).replayable()) {
      throw ProblemException.conflict(
          "The body of this record was too large to be kept: correct it where it came from.");
    }
    send(letter);
    done.add(id, "replayed", operator);
    LOG.info("Dead letter {} was replayed by {}", id, operator);
  }

  /**
   * Replays letters that wait and can be, in order.
   *
   * @return how many; if as many as asked for, more may wait
   */
  int replayAll(int most, String operator) {
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
    found.forEach(id -> replay(id, operator));
    return found.size();
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

  private void send(ConsumerRecord<byte[], byte[]> letter) {
    Headers headers = letter.headers();
    String topic = LetterHeaders.text(headers, LetterHeaders.TOPIC);
    String partition = LetterHeaders.text(headers, LetterHeaders.PARTITION);
    if (topic == null || partition == null || !LetterTopics.of(topic).equals(letter.topic())) {
      throw ProblemException.conflict("This letter does not say where it came from.");
    }
    try {
      // Its own partition: a conference's events stay together, in the order of their offsets.
      producer
          .kafka()
          .send(
              new ProducerRecord<>(
                  topic,
                  Integer.valueOf(partition),
                  letter.key(),
                  letter.value(),
                  LetterHeaders.withoutOurs(headers)))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter could not be replayed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while a dead letter was replayed", e);
    }
  }
}
