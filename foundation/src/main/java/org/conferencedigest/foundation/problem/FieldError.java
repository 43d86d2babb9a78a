package org.conferencedigest.foundation.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the body, or {@code #name} for a
 *     parameter
 * @param detail what is wrong there, in words a person can act on
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS) // the pointer of the whole content is empty
public record FieldError(String pointer, String detail) {}
