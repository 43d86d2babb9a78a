package org.conferencedigest.summary.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers that a dead letter has beside those of its record. */
final class LetterHeaders {

  static final String REASON = "dlq-reason";
  static final String TOPIC = "dlq-topic";
  static final String PARTITION = "dlq-partition";
  static final String OFFSET = "dlq-offset";
  static final String TIMESTAMP = "dlq-timestamp";

  /** How long the body was that was not kept. */
  static final String OMITTED = "dlq-body-omitted";

  private static final Set<String> OURS =
      Set.of(REASON, TOPIC, PARTITION, OFFSET, TIMESTAMP, OMITTED);

  private static final int LONGEST_REASON = 500;

  private LetterHeaders() {}

  static Headers of(DeadLetter letter, boolean withBody) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    Headers headers = withoutOurs(record.headers());
    put(headers, REASON, shortened(letter.reason()));
    put(headers, TOPIC, record.topic());
    put(headers, PARTITION, String.valueOf(record.partition()));
    put(headers, OFFSET, String.valueOf(record.offset()));
    put(headers, TIMESTAMP, String.valueOf(record.timestamp()));
    if (!withBody) {
      put(headers, OMITTED, String.valueOf(record.serializedValueSize()));
    }
    return headers;
  }

  /** The headers its record had: a letter that was replayed and failed again tells of once only. */
  static Headers withoutOurs(Headers headers) {
    Headers others = new RecordHeaders();
    for (Header header : headers) {
      if (!OURS.contains(header.key())) {
        others.add(header);
      }
    }
    return others;
  }

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
