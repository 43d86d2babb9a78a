package org.conferencedigest.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A change as it goes onto the stream. Its bytes are made once for all streams. */
final class LiveEvent {

  static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);

  private final long revision;
  private final byte[] bytes;

  private LiveEvent(long revision, byte[] bytes) {
    this.revision = revision;
    this.bytes = bytes;
  }

  /** A change. */
  static LiveEvent of(Change change, ObjectMapper json) {
    return of(
        Boolean.TRUE.equals(change.deleted()) ? "deleted" : "change",
        change.revision(),
        change,
        json);
  }

  /** Where the stream begins: what comes is later than this revision. */
  static LiveEvent start(String conference, long revision, ObjectMapper json) {
    return of("revision", revision, Map.of("conference", conference, "revision", revision), json);
  }

  private static LiveEvent of(String name, long revision, Object data, ObjectMapper json) {
    try {
      // JSON has no line ends of its own here, so one data line is enough.
      String text =
          "id: " + revision + "\nevent: " + name + "\ndata: " + json.writeValueAsString(data);
      return new LiveEvent(revision, (text + "\n\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("an event of our own cannot be written as JSON", e);
    }
  }

  /** The first bytes of every stream; they make the headers leave at once. */
  static byte[] greeting(Duration retry) {
    return ("retry: " + retry.toMillis() + "\n\n").getBytes(UTF_8);
  }

  long revision() {
    return revision;
  }

  byte[] bytes() {
    return bytes;
  }
}
