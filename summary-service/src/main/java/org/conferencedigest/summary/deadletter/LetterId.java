package org.conferencedigest.summary.deadletter;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** Where a dead letter lies; its text is {@code topic:partition:offset}. */
record LetterId(String topic, int partition, long offset) implements Comparable<LetterId> {

  private static final Pattern TEXT = Pattern.compile("([a-z.-]{1,64}):(\\d{1,6}):(\\d{1,18})");
  private static final Comparator<LetterId> ORDER =
      Comparator.comparing(LetterId::topic)
          .thenComparingInt(LetterId::partition)
          .thenComparingLong(LetterId::offset);

  /** Empty if the text is not the id of any letter there could be. */
  static Optional<LetterId> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches() || !LetterTopics.ALL.contains(parts.group(1))) {
      return Optional.empty();
    }
    return Optional.of(
        new LetterId(
            parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))));
  }

  TopicPartition place() {
    return new TopicPartition(topic, partition);
  }

  @Override
  public int compareTo(LetterId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return topic + ":" + partition + ":" + offset;
  }
}
