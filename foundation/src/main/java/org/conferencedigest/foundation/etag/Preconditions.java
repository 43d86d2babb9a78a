package org.conferencedigest.foundation.etag;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import org.conferencedigest.foundation.problem.ProblemException;

/**
 * The conditions a request sets with {@code If-Match} and {@code If-None-Match} (RFC 9110, sections
 * 13.1 and 13.2). A controller takes it as an argument.
 */
public record Preconditions(TagCondition ifMatch, TagCondition ifNoneMatch) {

  /** No conditions. */
  public static final Preconditions NONE =
      new Preconditions(new TagCondition.None(), new TagCondition.None());

  /**
   * The conditions of a request.
   *
   * @throws ProblemException 400 if a header is malformed
   */
  public static Preconditions of(HttpRequest<?> request) {
    return new Preconditions(
        TagCondition.parse(HttpHeaders.IF_MATCH, request.getHeaders().getAll(HttpHeaders.IF_MATCH)),
        TagCondition.parse(
            HttpHeaders.IF_NONE_MATCH, request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH)));
  }

  /**
   * Holds if a write of a resource may go on.
   *
   * @param current the tags of its present representations; empty if it does not exist
   * @throws ProblemException 412 if a condition fails
   */
  public void requireForWrite(Collection<EntityTag> current) {
    requireMatch(current);
    boolean matched =
        switch (ifNoneMatch) {
          case TagCondition.None none -> false;
          case TagCondition.Any any -> !current.isEmpty();
          case TagCondition.OneOf some ->
              current.stream().anyMatch(tag -> some.has(tag::matchesWeakly));
        };
    if (matched) {
      throw ProblemException.preconditionFailed(
          ifNoneMatch instanceof TagCondition.Any
              ? "If-None-Match: * creates only, and this exists already."
              : "This is still as If-None-Match says it should not be.");
    }
  }

  /** As {@link #requireForWrite(Collection)}, of one representation. */
  public void requireForWrite(EntityTag current) {
    requireForWrite(List.of(current));
  }

  /**
   * Whether a read of a representation that exists is to be answered with 304 and no content.
   *
   * @throws ProblemException 412 if {@code If-Match} fails
   */
  public boolean notModified(EntityTag current) {
    requireMatch(List.of(current));
    return switch (ifNoneMatch) {
      case TagCondition.None none -> false;
      case TagCondition.Any any -> true;
      case TagCondition.OneOf some -> some.has(current::matchesWeakly);
    };
  }

  private void requireMatch(Collection<EntityTag> current) {
    boolean matched =
        switch (ifMatch) {
          case TagCondition.None none -> true;
          case TagCondition.Any any -> !current.isEmpty();
          case TagCondition.OneOf some ->
              current.stream().anyMatch(tag -> some.has(tag::matchesStrongly));
        };
    if (!matched) {
      throw ProblemException.preconditionFailed(
          current.isEmpty()
              ? "If-Match is given, but this does not exist."
              : "This was changed since: If-Match names another entity tag than the present one."
                  + " Read it again, and apply your change to what it is now.");
    }
  }
}
