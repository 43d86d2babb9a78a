package org.conferencedigest.gateway.route;

import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.conferencedigest.foundation.problem.ProblemException;

/** A service gave no answer. */
public final class UpstreamFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong between the gateway and the service. */
  public enum Kind {
    /** It cannot be connected to, or closed the connection without an answer. */
    UNREACHABLE,
    /** It took too long. */
    TIMEOUT,
    /** It failed so often that it is left alone for a time. */
    LEFT_ALONE,
    /** All connections to it are busy. */
    BUSY,
    /** The client sent more than may be sent. */
    TOO_LARGE
  }

  private final Kind kind;
  private final String upstream;
  private final Duration retryAfter;

  UpstreamFailure(Kind kind, String upstream, Duration retryAfter) {
    super("the " + upstream + " service: " + kind, null, false, false);
    this.kind = kind;
    this.upstream = upstream;
    this.retryAfter = retryAfter;
  }

  static UpstreamFailure of(Throwable cause, String upstream) {
    Throwable root =
        cause instanceof CompletionException e && e.getCause() != null ? e.getCause() : cause;
    return switch (root) {
      case UpstreamFailure failure -> failure;
      case TimeoutException _, ReadTimeoutException _ ->
          new UpstreamFailure(Kind.TIMEOUT, upstream, Duration.ZERO);
      case ContentLengthExceededException _ ->
          new UpstreamFailure(Kind.TOO_LARGE, upstream, Duration.ZERO);
      case Throwable other when isPoolExhausted(other) ->
          new UpstreamFailure(Kind.BUSY, upstream, Duration.ofSeconds(1));
      case Throwable _ -> new UpstreamFailure(Kind.UNREACHABLE, upstream, Duration.ZERO);
    };
  }

  private static boolean isPoolExhausted(Throwable cause) {
    // The client has no type of its own for it.
    String message = cause.getMessage();
    return message != null && message.contains("max pending acquires");
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the service was at fault, and the breaker counts it. */
  boolean countsAgainstService() {
    return kind == Kind.UNREACHABLE || kind == Kind.TIMEOUT;
  }

  /** The answer to the client. */
  public ProblemException toProblem() {
    return switch (kind) {
      case UNREACHABLE ->
          ProblemException.badGateway(
              "The " + upstream + " service gave no answer. Try again in a few seconds.");
      case TIMEOUT ->
          ProblemException.timeout(
              "The "
                  + upstream
                  + " service did not answer in time. A write may still have been"
                  + " done: read the resource before you repeat it.");
      case LEFT_ALONE ->
          ProblemException.unavailable(
              "The " + upstream + " service is down at the moment. Try again later.", retryAfter);
      case BUSY ->
          ProblemException.unavailable(
              "The " + upstream + " service has as much to do as it can take. Try again.",
              retryAfter);
      case TOO_LARGE ->
          ProblemException.tooLarge("The request body is larger than this address takes.");
    };
  }
}
