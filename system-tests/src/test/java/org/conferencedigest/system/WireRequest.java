package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A request as it goes over the wire, well formed or not.
 *
 * @param method of the request
 * @param target path and query, as sent
 * @param headers whole lines without their end
 * @param body what follows the headers, framed already: a character for each byte (ISO 8859-1)
 * @param broken whether the framing is broken on purpose, or the body ends early: the sender closes
 *     its side then, and the server may close without an answer
 */
record WireRequest(
    String method, String target, List<String> headers, String body, boolean broken) {

  byte[] bytes() {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes((method + " " + target + " HTTP/1.1\r\n").getBytes(ISO_8859_1));
    headers.forEach(line -> wire.writeBytes((line + "\r\n").getBytes(ISO_8859_1)));
    wire.writeBytes("\r\n".getBytes(ISO_8859_1));
    wire.writeBytes(body.getBytes(ISO_8859_1));
    return wire.toByteArray();
  }

  /** The request in one line, without its token and cut short. */
  @Override
  public String toString() {
    String sent =
        String.join(" | ", headers).replaceAll("Authorization: Bearer eyJ[^|]*", "Bearer … ");
    String text = body.replaceAll("[^ -~]", "?");
    String line = method + " " + target + " [" + sent + "] " + text;
    return line.substring(0, Math.min(line.length(), 700));
  }
}
