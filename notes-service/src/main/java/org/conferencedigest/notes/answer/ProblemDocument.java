package org.conferencedigest.notes.answer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an error is told (RFC 9457): a description for readers of the API, made by {@code
 * foundation.problem}.
 *
 * @param type identifies the kind of problem; stable
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what went wrong, in a sentence a person can act on
 * @param instance the address of the request
 * @param requestId finds the request in the logs
 * @param errors what is wrong with which part of the content
 */
@Schema(name = "Problem")
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    @Nullable String requestId,
    @Nullable List<FieldError> errors) {

  /**
   * What is wrong with one part of a request.
   *
   * @param pointer a JSON pointer into the content, or {@code #name} for a parameter
   */
  @Schema(name = "FieldError")
  public record FieldError(String pointer, String detail) {}
}
