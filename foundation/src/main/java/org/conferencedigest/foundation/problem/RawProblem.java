package org.conferencedigest.foundation.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/**
 * A problem that is answered at the connection itself, where the framework knows of no request. The
 * connection is closed after it, since where the next request begins is not certain.
 *
 * @param type the last part of the type's URI
 * @param detail a sentence a person can act on; without characters that JSON escapes
 */
public record RawProblem(HttpResponseStatus status, String type, String title, String detail) {

  /** 400: what came does not follow HTTP. */
  public static RawProblem malformed(String detail) {
    return new RawProblem(HttpResponseStatus.BAD_REQUEST, "malformed", "Malformed request", detail);
  }

  /** Makes the whole response. */
  public FullHttpResponse response() {
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
        .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
  }
}
