package org.conferencedigest.summary.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes records that cannot be applied. */
@Singleton
public final class DeadLetterOffice {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterOffice.class);
  private final Producer<byte[], byte[]> producer;
  private final MeterRegistry metrics;

  DeadLetterOffice(LetterProducer producer, MeterRegistry metrics) {
    this.producer = producer.kafka();
    this.metrics = metrics;
    metrics.counter("digest.events", "result", "dead-lettered");
  }

  /**
   * Keeps records with the reasons, each on the dead-letter topic of the topic it came from. When
   * this returns they are stored there for good.
   *
   * @throws KafkaException if one of them could not be stored; others may have been
   */
  public void take(List<DeadLetter> letters) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (DeadLetter letter : letters) {
      sent.add(producer.send(record(letter, letter.keepsBody())));
    }
    for (int i = 0; i < letters.size(); i++) {
      DeadLetter letter = letters.get(i);
      if (!stored(sent.get(i)) && !stored(producer.send(record(letter, false)))) {
        throw new KafkaException("a dead letter is too large even without its body");
      }
      ConsumerRecord<byte[], byte[]> record = letter.record();
      metrics.counter("digest.events", "result", "dead-lettered").increment();
      // Not the reason: it may quote the record, and a log must not tell what a note says.
      LOG.warn(
          "Dead letter: record {} of {}-{} cannot be applied; the reason is in its headers",
          record.offset(),
          record.topic(),
          record.partition());
    }
  }

  /** False if the record is larger than the broker takes, be it only for the headers added. */
  private static boolean stored(Future<RecordMetadata> sending) {
    try {
      sending.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException) {
        return false;
      }
      throw new KafkaException("a dead letter could not be stored", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while a dead letter was stored", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(DeadLetter letter, boolean withBody) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    byte @Nullable [] body = withBody ? record.value() : null;
    return new ProducerRecord<>(
        LetterTopics.of(record.topic()),
        null,
        record.key(),
        body,
        LetterHeaders.of(letter, withBody));
  }
}
