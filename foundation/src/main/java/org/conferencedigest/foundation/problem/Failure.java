package org.conferencedigest.foundation.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.NotAcceptableException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.security.authentication.AuthenticationException;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which problem a failure is, whatever threw it. */
final class Failure {

  private static final Duration DATABASE_RETRY = Duration.ofSeconds(2);

  private Failure() {}

  /**
   * The problem a client is told of.
   *
   * @param status the one Micronaut would answer with
   */
  static ProblemException problemOf(ErrorContext context, HttpStatus status) {
    return switch (context.getRootCause().orElse(null)) {
      case null -> ofStatus(status, message(context.getErrors()));
      case ProblemException e -> e;
      case AuthorizationException e -> refused(context.getRequest(), e.isForbidden());
      case AuthenticationException e -> ProblemException.badToken();
      case ConstraintViolationException e ->
          ProblemException.invalid(
              "The request is not valid; \"errors\" says where.", Pointers.of(e));
      case NotAllowedException e ->
          ProblemException.methodNotAllowed(e.getRequestMethod(), e.getAllowedMethods());
      case NotAcceptableException e ->
          ProblemException.notAcceptable(
              "This can be had as " + list(e.getProduceableContentTypes()) + ".");
      case UnsupportedMediaException e ->
          ProblemException.unsupportedMediaType(
              "The content must be of type " + list(e.getAcceptableContentTypes()) + ".");
      case ContentLengthExceededException e -> tooLarge();
      case BufferLengthExceededException e -> tooLarge();
      case JsonSyntaxException e -> malformedJson();
      case JsonProcessingException e -> malformedJson();
      case ConversionErrorException e -> conversion(e.getArgument(), e.getCause());
      case UnsatisfiedRouteException e -> missing(e.getArgument());
      case UnsatisfiedArgumentException e -> missing(e.getArgument());
      case Throwable e when Connectivity.isLost(e) ->
          ProblemException.unavailable(
              "The database cannot be reached just now; try again.", DATABASE_RETRY);
      case Throwable e -> ofStatus(status, message(context.getErrors()));
    };
  }

  /** The problem of a status of which no more is known. */
  static ProblemException ofStatus(HttpStatus status, String detail) {
    return switch (status) {
      case BAD_REQUEST -> ProblemException.malformed(or(detail, "The request is malformed."));
      case UNAUTHORIZED -> ProblemException.unauthorized(or(detail, "This needs an identity."));
      case FORBIDDEN -> ProblemException.forbidden(or(detail, "This is not allowed."));
      case NOT_FOUND -> ProblemException.notFound("There is nothing at this address.");
      case REQUEST_ENTITY_TOO_LARGE -> tooLarge();
      case UNSUPPORTED_MEDIA_TYPE ->
          ProblemException.unsupportedMediaType(or(detail, "This type of content is not taken."));
      case INTERNAL_SERVER_ERROR -> ProblemException.internal();
      default -> ProblemException.other(status, or(detail, status.getReason() + "."));
    };
  }

  private static ProblemException refused(HttpRequest<?> request, boolean known) {
    if (known) {
      return ProblemException.forbidden("This is not allowed with the roles of this token.");
    }
    return request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
        ? ProblemException.badToken()
        : ProblemException.unauthorized("This needs an identity: send a bearer token.");
  }

  private static ProblemException malformedJson() {
    return ProblemException.malformed("The content is not well-formed JSON.");
  }

  private static ProblemException tooLarge() {
    return ProblemException.tooLarge("The request is larger than this service takes.");
  }

  private static ProblemException conversion(Argument<?> argument, @Nullable Throwable cause) {
    if (isBody(argument)) {
      return Pointers.of(cause)
          .map(where -> ProblemException.invalid(where.detail(), List.of(where)))
          .orElseGet(Failure::malformedJson);
    }
    return ProblemException.malformed(
        "The value of \"" + argument.getName() + "\" is not of the kind expected there.");
  }

  private static ProblemException missing(Argument<?> argument) {
    return ProblemException.malformed(
        isBody(argument)
            ? "The request needs content."
            : "The value of \"" + argument.getName() + "\" is missing.");
  }

  private static boolean isBody(Argument<?> argument) {
    return argument.getAnnotationMetadata().hasAnnotation(Body.class);
  }

  private static String message(List<Error> errors) {
    return errors.isEmpty() || errors.getFirst().getMessage() == null
        ? ""
        : errors.getFirst().getMessage();
  }

  private static String or(String detail, String otherwise) {
    return detail.isBlank() ? otherwise : detail;
  }

  private static String list(Collection<String> types) {
    return String.join(" or ", new TreeSet<>(types));
  }
}
