package org.conferencedigest.foundation.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A request that cannot be answered as asked, with all that the answer says of it (RFC 9457).
 * Thrown anywhere in the handling of a request, it becomes the {@code application/problem+json}
 * response.
 *
 * <p>It carries no stack trace: it tells the client something, and is no fault of the service.
 */
public final class ProblemException extends RuntimeException {

  private static final String TYPES = "https://conferencedigest.org/problems/";

  private final HttpStatus status;
  private final URI type;
  private final String title;
  private final String detail;
  private final List<FieldError> errors;
  private final Map<String, String> headers;

  private ProblemException(
      HttpStatus status,
      String type,
      String title,
      String detail,
      List<FieldError> errors,
      Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.type = URI.create(TYPES + type);
    this.title = title;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  private static ProblemException of(
      HttpStatus status, String type, String title, String detail, Map<String, String> headers) {
    return new ProblemException(status, type, title, detail, List.of(), headers);
  }

  private static ProblemException of(HttpStatus status, String type, String title, String detail) {
    return of(status, type, title, detail, Map.of());
  }

  /** 400: the request cannot be understood. */
  public static ProblemException malformed(String detail) {
    return of(HttpStatus.BAD_REQUEST, "malformed", "Malformed request", detail);
  }

  /** 401: no identity was given, or not one that holds. */
  public static ProblemException unauthorized(String detail) {
    return of(
        HttpStatus.UNAUTHORIZED,
        "unauthorized",
        "Identity needed",
        detail,
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }

  /** 401: a token was given that does not hold (RFC 6750, section 3.1). */
  public static ProblemException badToken() {
    return of(
        HttpStatus.UNAUTHORIZED,
        "bad-token",
        "Bad token",
        "The bearer token is not valid: it may have expired, or be meant for another service."
            + " Get a new one, or leave it out to read what is published.",
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
  }

  /** 403: the caller may not do this. */
  public static ProblemException forbidden(String detail) {
    return of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail);
  }

  /** 404: there is no such thing, or not for this caller. */
  public static ProblemException notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, "not-found", "Not found", detail);
  }

  /** 405: the resource has other methods. */
  public static ProblemException methodNotAllowed(String method, Collection<String> allowed) {
    String list = String.join(", ", new TreeSet<>(allowed));
    return of(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "Method not allowed",
        method + " is not possible here; allowed: " + list + ".",
        Map.of(HttpHeaders.ALLOW, list));
  }

  /** 406: none of the media types asked for can be had. */
  public static ProblemException notAcceptable(String detail) {
    return of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not acceptable", detail);
  }

  /** 409: the request does not fit the present state. */
  public static ProblemException conflict(String detail) {
    return of(HttpStatus.CONFLICT, "conflict", "Conflict", detail);
  }

  /** 412: a condition of the request's headers does not hold. */
  public static ProblemException preconditionFailed(String detail) {
    return of(HttpStatus.PRECONDITION_FAILED, "precondition-failed", "Precondition failed", detail);
  }

  /** 413: the content is larger than this service takes. */
  public static ProblemException tooLarge(String detail) {
    return of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "Content too large", detail);
  }

  /** 415: the content is of a type this resource does not take. */
  public static ProblemException unsupportedMediaType(String detail) {
    return of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported-media-type",
        "Unsupported media type",
        detail);
  }

  /** 415: the content is encoded, which is not taken (RFC 9110, section 15.5.16). */
  public static ProblemException unsupportedEncoding(String detail) {
    return of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported-content-encoding",
        "Unsupported content encoding",
        detail,
        Map.of(HttpHeaders.ACCEPT_ENCODING, "identity"));
  }

  /** 422: understood, but not valid; {@code errors} says where. */
  public static ProblemException invalid(String detail, List<FieldError> errors) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "Invalid content", detail, errors, Map.of());
  }

  /** 422 with a single place that is wrong. */
  public static ProblemException invalid(String pointer, String detail) {
    return invalid(detail, List.of(new FieldError(pointer, detail)));
  }

  /** 429: more requests than this client is allowed; it may try again after the given time. */
  public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
    return of(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-requests",
        "Too many requests",
        detail,
        retryAfter(retryAfter));
  }

  /** 500: a fault of the service. The detail must not tell of its inside. */
  public static ProblemException internal() {
    return of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Internal error",
        "Something went wrong here. The request id finds it in the log.");
  }

  /** 502: what stands behind this service answered with nonsense. */
  public static ProblemException badGateway(String detail) {
    return of(HttpStatus.BAD_GATEWAY, "bad-gateway", "Bad answer from behind", detail);
  }

  /** 503: not now; the client may try again after the given time. */
  public static ProblemException unavailable(String detail, Duration retryAfter) {
    return of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        "Unavailable",
        detail,
        retryAfter(retryAfter));
  }

  /** 504: what was waited for did not come in time. */
  public static ProblemException timeout(String detail) {
    return of(HttpStatus.GATEWAY_TIMEOUT, "timeout", "Not in time", detail);
  }

  /** Any other status, with the phrase of its registration and no type of its own. */
  public static ProblemException other(HttpStatus status, String detail) {
    return of(status, "http-" + status.getCode(), status.getReason(), detail);
  }

  private static Map<String, String> retryAfter(Duration after) {
    // Whole seconds, rounded up: a client that comes back too early is only refused again.
    long seconds = Math.max(1, after.plusNanos(999_999_999).toSeconds());
    return Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  public HttpStatus status() {
    return status;
  }

  /** Identifies the kind of problem for programs; never changes its meaning. */
  public URI type() {
    return type;
  }

  /** The kind of problem in a few words; the same for each problem of its type. */
  public String title() {
    return title;
  }

  /** What went wrong with this request, in a sentence a person can act on. */
  public String detail() {
    return detail;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** Further headers of the response. */
  public Map<String, String> headers() {
    return headers;
  }
}
