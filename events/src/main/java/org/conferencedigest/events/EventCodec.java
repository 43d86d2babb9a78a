package org.conferencedigest.events;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes the bodies of events. */
@Singleton
public final class EventCodec {

  private final ObjectMapper json;

  EventCodec(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The body of an event: {@link TalkReviewed}, {@link ConferenceChanged}, {@link DigestUpdated}.
   */
  public byte[] write(Object event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (IOException e) {
      throw new IllegalStateException("an event of our own cannot be written as JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote, ignoring properties it does not know.
   *
   * @param type the value of the header {@code ce_type}; null if there was none
   * @throws BadEventException if the type is not the one of this kind of event, or the body is no
   *     such event
   */
  public <T> T read(EventType expected, Class<T> as, @Nullable String type, byte @Nullable [] body)
      throws BadEventException {
    if (type == null) {
      throw new BadEventException("no header " + EventHeaders.TYPE);
    }
    if (!expected.type().equals(type)) {
      throw new BadEventException("unknown type " + type + "; expected " + expected.type());
    }
    if (body == null || body.length == 0) {
      throw new BadEventException("empty body");
    }
    try {
      T event = json.readValue(body, as);
      if (event == null) {
        throw new BadEventException("the body is null");
      }
      return event;
    } catch (IOException | RuntimeException e) {
      throw new BadEventException("not a " + expected.type() + ": " + reason(e), e);
    }
  }

  /**
   * With the words of a record that refuses its values: the failure around them tells only where.
   */
  private static String reason(Exception failure) {
    String where = String.valueOf(failure.getMessage());
    return failure.getCause() instanceof IllegalArgumentException refusal
            && !where.contains(String.valueOf(refusal.getMessage()))
        ? where + ": " + refusal.getMessage()
        : where;
  }
}
