package org.conferencedigest.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of an event in CloudEvents 1.0 Kafka binary mode. */
public final class EventHeaders {

  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String TRACEPARENT = "traceparent";
  public static final String REQUEST_ID = "x-request-id";

  private EventHeaders() {}

  /**
   * The headers of one event, in a stable order.
   *
   * @param id unique per event and the same for each duplicate of it
   * @param source the service that publishes it, as a URI reference; {@code /notes-service}
   * @param subject the entity it tells of; the record's key
   * @param time when the change was made
   * @param traceparent the W3C trace context of the request that made it
   */
  public static Map<String, String> of(
      EventType type,
      String id,
      String source,
      String subject,
      Instant time,
      @Nullable String traceparent,
      @Nullable String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put(ID, id);
    headers.put(TYPE, type.type());
    headers.put("ce_source", source);
    headers.put("ce_subject", subject);
    headers.put(TIME, time.toString());
    headers.put("ce_dataschema", type.dataSchema());
    headers.put("content-type", "application/json");
    if (traceparent != null) {
      headers.put(TRACEPARENT, traceparent);
    }
    if (requestId != null) {
      headers.put(REQUEST_ID, requestId);
    }
    return headers;
  }
}
