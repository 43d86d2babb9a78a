package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over the wire.
 *
 * @param status of the answer; 0 if the connection was closed without one
 * @param headers by name in any case, the last of each
 * @param text of the body, without the framing; empty for a stream of events, which has no end
 */
record WireAnswer(int status, Map<String, String> headers, String text) {

  private static final WireAnswer NONE = new WireAnswer(0, Map.of(), "");
  private static final int TIMEOUT = 30_000;

  /** Sends a request on a connection of its own and reads the answer. */
  static WireAnswer to(WireRequest request, URI server) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT);
      try {
        socket.getOutputStream().write(request.bytes());
        socket.getOutputStream().flush();
        if (request.broken()) {
          socket.shutdownOutput();
        }
      } catch (SocketException e) {
        // The server may refuse and close before it has read everything: it may have answered.
        return answered(request, socket);
      }
      return answered(request, socket);
    }
  }

  private static WireAnswer answered(WireRequest request, Socket socket) throws IOException {
    try {
      return read(new BufferedInputStream(socket.getInputStream()), request.method());
    } catch (EOFException | SocketException e) {
      return NONE;
    }
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static WireAnswer read(InputStream in, String method) throws IOException {
    int status;
    Map<String, String> headers;
    do {
      status = Integer.parseInt(line(in).split(" ", 3)[1]);
      headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    } while (status == 100);
    boolean empty =
        method.equals("HEAD")
            || status == 204
            || status == 304
            || headers.getOrDefault("Content-Type", "").startsWith("text/event-stream");
    byte[] body =
        empty
            ? new byte[0]
            : body(in, headers.get("Content-Length"), headers.get("Transfer-Encoding"));
    return new WireAnswer(status, headers, new String(body, UTF_8));
  }

  private static byte[] body(InputStream in, @Nullable String length, @Nullable String coding)
      throws IOException {
    if (length != null) {
      return whole(in, Integer.parseInt(length));
    }
    if (coding == null) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.writeBytes(whole(in, size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static byte[] whole(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer ends after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the answer ends in a line");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
