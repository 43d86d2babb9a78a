package org.conferencedigest.gateway.header;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The headers that every answer carries, whoever made it. */
@Singleton
final class AnswerHeaders {

  private final HttpHeaders always = new DefaultHttpHeaders();
  private volatile Dated now = new Dated(0, AsciiString.EMPTY_STRING);

  AnswerHeaders(HeaderSettings settings) {
    set("Content-Security-Policy", settings.contentSecurityPolicy());
    set("X-Content-Type-Options", "nosniff");
    set("X-Frame-Options", "DENY");
    set("Referrer-Policy", "strict-origin-when-cross-origin");
    set("Cross-Origin-Opener-Policy", "same-origin");
    set(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    if (settings.isSecure()) {
      set(
          "Strict-Transport-Security",
          "max-age=" + settings.strictTransportSecurity().toSeconds() + "; includeSubDomains");
    }
  }

  private void set(String name, String value) {
    always.set(AsciiString.cached(name), AsciiString.cached(value));
  }

  /** Sets them in place of what an answer says of the same. */
  void setOn(HttpHeaders headers) {
    headers.setAll(always);
    if (!headers.contains(HttpHeaderNames.DATE)) {
      headers.set(HttpHeaderNames.DATE, date());
    }
  }

  private AsciiString date() {
    long second = System.currentTimeMillis() / 1000;
    Dated dated = now;
    if (dated.second != second) {
      dated =
          new Dated(
              second,
              new AsciiString(
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(
                      Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC))));
      now = dated;
    }
    return dated.text;
  }

  /** Formatted once a second, not once an answer. */
  private record Dated(long second, AsciiString text) {}
}
