package org.conferencedigest.foundation.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;

/**
 * The content of an {@code application/problem+json} response (RFC 9457).
 *
 * @param type identifies the kind of problem for programs
 * @param title the kind of problem for people
 * @param status the response's status
 * @param detail what went wrong this time
 * @param instance the path of the request
 * @param requestId finds the request in the logs
 * @param errors the places of an invalid request; left out if there are none
 */
@Serdeable
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /** The media type of such content. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
