package org.conferencedigest.embedded.client;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** The server did not do what it was asked for; the message is for the person who asked. */
public final class ApiException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int UNREACHABLE = 0;

  private final int status;

  private ApiException(String message, int status) {
    super(message);
    this.status = status;
  }

  static ApiException unreachable(URI server, Exception cause) {
    ApiException exception =
        new ApiException(
            "No answer from %s (%s). Start it with ./digest run, or name another with --server URL."
                .formatted(server, cause.getClass().getSimpleName()),
            UNREACHABLE);
    exception.initCause(cause);
    return exception;
  }

  static ApiException refused(int status, byte[] body) {
    return new ApiException(explanation(status, new String(body, StandardCharsets.UTF_8)), status);
  }

  /** True when nobody answered, false when the server refused. */
  public boolean isUnreachable() {
    return status == UNREACHABLE;
  }

  /** True when the same request may succeed later: something behind the server is not there yet. */
  public boolean isPassing() {
    return status == 502 || status == 503 || status == 504;
  }

  /** The words of an RFC 9457 problem, if it is one, with its list of errors. */
  private static String explanation(int status, String body) {
    StringBuilder text = new StringBuilder("The server refused (" + status + ")");
    try {
      Map<String, Object> problem = JSONObjectUtils.parse(body);
      Object detail = problem.getOrDefault("detail", problem.getOrDefault("title", ""));
      text.append(": ").append(detail);
      if (problem.get("errors") instanceof List<?> errors) {
        for (Object error : errors) {
          text.append("\n  ").append(one(error));
        }
      }
    } catch (ParseException e) {
      text.append("; it is not Conference Digest that answers in this way.");
    }
    if (status == 401) {
      text.append("\nA token is needed: ./digest token NAME --role editor, then --token T.");
    }
    return text.toString();
  }

  private static String one(Object error) {
    return error instanceof Map<?, ?> fields
        ? fields.get("pointer") + ": " + fields.get("detail")
        : String.valueOf(error);
  }
}
