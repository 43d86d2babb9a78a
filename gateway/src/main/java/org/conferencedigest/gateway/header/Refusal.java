package org.conferencedigest.gateway.header;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.Locale;
import org.conferencedigest.foundation.problem.RawProblem;
import org.jspecify.annotations.Nullable;

/** Why a request is turned away before anything reads it. */
final class Refusal {

  private Refusal() {}

  /** Why this request cannot be let in; null: it can. */
  static @Nullable RawProblem of(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return undecodable(request.decoderResult().cause());
    }
    boolean http11 = HttpVersion.HTTP_1_1.equals(request.protocolVersion());
    if (!http11 && !HttpVersion.HTTP_1_0.equals(request.protocolVersion())) {
      return new RawProblem(
          HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED,
          "http-505",
          "HTTP version not supported",
          "This server speaks HTTP/1.1.");
    }
    List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (!encodings.isEmpty()
        && (!http11
            || encodings.size() > 1
            || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.getFirst().strip()))) {
      return RawProblem.malformed(
          "The only Transfer-Encoding understood here is a single chunked.");
    }
    if (HttpUtil.isContentLengthSet(request) && !isNumber(request)) {
      return RawProblem.malformed("Content-Length is not one number.");
    }
    List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1 || (http11 && hosts.isEmpty())) {
      return RawProblem.malformed("A request has exactly one Host header.");
    }
    if (HttpMethod.CONNECT.equals(request.method()) || HttpMethod.TRACE.equals(request.method())) {
      return new RawProblem(
          HttpResponseStatus.NOT_IMPLEMENTED,
          "http-501",
          "Not implemented",
          "CONNECT and TRACE are not served here.");
    }
    return target(request.uri());
  }

  private static @Nullable RawProblem target(String target) {
    if (!target.startsWith("/") || target.startsWith("//")) {
      return RawProblem.malformed("The request target is a path that begins with one slash.");
    }
    int query = target.indexOf('?');
    String path = (query < 0 ? target : target.substring(0, query)).toLowerCase(Locale.ROOT);
    if (path.indexOf('\\') >= 0 || path.contains("%5c") || path.contains("%00")) {
      return RawProblem.malformed("The path has a character that no address here has.");
    }
    // A server behind may resolve these, and so leave the route that was checked.
    for (String segment : path.replace("%2e", ".").replace("%2f", "/").split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return RawProblem.malformed("The path has a dot segment; send the path it stands for.");
      }
    }
    return null;
  }

  private static boolean isNumber(HttpRequest request) {
    List<String> lengths = request.headers().getAll(HttpHeaderNames.CONTENT_LENGTH);
    return lengths.size() == 1
        && !lengths.getFirst().isEmpty()
        && lengths.getFirst().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static RawProblem undecodable(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new RawProblem(
          HttpResponseStatus.REQUEST_URI_TOO_LONG,
          "uri-too-long",
          "Address too long",
          "The request line is longer than this server takes.");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new RawProblem(
          HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
          "headers-too-large",
          "Headers too large",
          "The headers together are larger than this server takes. Send fewer or shorter ones.");
    }
    return RawProblem.malformed("This is not a well-formed HTTP/1.1 request.");
  }
}
