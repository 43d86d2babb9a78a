package org.conferencedigest.gateway.header;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
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
import org.jspecify.annotations.Nullable;

/**
 * Why a request is turned away before anything reads it. The connection is closed after the answer,
 * since where the next request begins is not certain.
 *
 * @param detail a sentence a person can act on; without characters that JSON escapes
 */
record Refusal(HttpResponseStatus status, String type, String title, String detail) {

  private static final String BAD = "Malformed request";

  /** Why this request cannot be let in; null: it can. */
  static @Nullable Refusal of(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return undecodable(request.decoderResult().cause());
    }
    boolean http11 = HttpVersion.HTTP_1_1.equals(request.protocolVersion());
    if (!http11 && !HttpVersion.HTTP_1_0.equals(request.protocolVersion())) {
      return new Refusal(
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
      return malformed("The only Transfer-Encoding understood here is a single chunked.");
    }
    if (HttpUtil.isContentLengthSet(request) && !isNumber(request)) {
      return malformed("Content-Length is not one number.");
    }
    List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1 || (http11 && hosts.isEmpty())) {
      return malformed("A request has exactly one Host header.");
    }
    if (HttpMethod.CONNECT.equals(request.method()) || HttpMethod.TRACE.equals(request.method())) {
      return new Refusal(
          HttpResponseStatus.NOT_IMPLEMENTED,
          "http-501",
          "Not implemented",
          "CONNECT and TRACE are not served here.");
    }
    return target(request.uri());
  }

  private static @Nullable Refusal target(String target) {
    if (!target.startsWith("/") || target.startsWith("//")) {
      return malformed("The request target is a path that begins with one slash.");
    }
    int query = target.indexOf('?');
    String path = (query < 0 ? target : target.substring(0, query)).toLowerCase(Locale.ROOT);
    if (path.indexOf('\\') >= 0 || path.contains("%5c") || path.contains("%00")) {
      return malformed("The path has a character that no address here has.");
    }
    // A server behind may resolve these, and so leave the route that was checked.
    for (String segment : path.replace("%2e", ".").replace("%2f", "/").split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return malformed("The path has a dot segment; send the path it stands for.");
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

  private static Refusal undecodable(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new Refusal(
          HttpResponseStatus.REQUEST_URI_TOO_LONG,
          "uri-too-long",
          "Address too long",
          "The request line is longer than this server takes.");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new Refusal(
          HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
          "headers-too-large",
          "Headers too large",
          "The headers together are larger than this server takes. Send fewer or shorter ones.");
    }
    return malformed("This is not a well-formed HTTP/1.1 request.");
  }

  private static Refusal malformed(String detail) {
    return new Refusal(HttpResponseStatus.BAD_REQUEST, "malformed", BAD, detail);
  }

  FullHttpResponse response() {
    String json =
        """
        {"type":"https://conferencedigest.org/problems/%s","title":"%s","status":%d,"detail":"%s"}\
        """
            .formatted(type, title, status.code(), detail);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(json.getBytes(UTF_8)));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
  }
}
