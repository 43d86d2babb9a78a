package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A collector of traces: takes what the OTLP specification calls {@code ExportTraceServiceRequest},
 * as Protocol Buffers by HTTP.
 */
final class Collector implements AutoCloseable {

  private final HttpServer server;
  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

  private Collector(HttpServer server) {
    this.server = server;
  }

  /**
   * A span as it was told.
   *
   * @param parent empty if it is the first of its trace
   */
  record Span(
      String service, String trace, String id, String parent, String name, long start, long end) {}

  static Collector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Collector collector = new Collector(server);
    server.createContext("/v1/traces", collector::take);
    server.start();
    return collector;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Span> trace(String id) {
    return spans.stream().filter(span -> span.trace().equals(id)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
          body = unpacked.readAllBytes();
        }
      }
      fields(body, (number, resourceSpans) -> resource(resourceSpans));
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void resource(byte[] resourceSpans) {
    String[] service = {""};
    fields(
        resourceSpans,
        (number, value) -> {
          if (number == 1) {
            fields(value, (n, attribute) -> service[0] = serviceName(attribute, service[0]));
          }
        });
    fields(
        resourceSpans,
        (number, value) -> {
          if (number == 2) {
            fields(
                value,
                (n, span) -> {
                  if (n == 2) {
                    spans.add(span(service[0], span));
                  }
                });
          }
        });
  }

  private static String serviceName(byte[] attribute, String otherwise) {
    List<byte[]> keyAndValue = new ArrayList<>();
    fields(attribute, (number, value) -> keyAndValue.add(value));
    if (!new String(keyAndValue.getFirst(), UTF_8).equals("service.name")) {
      return otherwise;
    }
    String[] name = {otherwise};
    fields(keyAndValue.getLast(), (number, text) -> name[0] = new String(text, UTF_8));
    return name[0];
  }

  private static Span span(String service, byte[] message) {
    String[] texts = {"", "", "", ""};
    long[] times = {0, 0};
    fields(
        message,
        (number, value) -> {
          switch (number) {
            case 1 -> texts[0] = HexFormat.of().formatHex(value);
            case 2 -> texts[1] = HexFormat.of().formatHex(value);
            case 4 -> texts[2] = HexFormat.of().formatHex(value);
            case 5 -> texts[3] = new String(value, UTF_8);
            case 7, 8 ->
                times[number - 7] = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
            default -> {} // Of no interest here.
          }
        });
    return new Span(service, texts[0], texts[1], texts[2], texts[3], times[0], times[1]);
  }

  /** The fields of a message: those of a length, and those of eight bytes. */
  private static void fields(byte[] message, BiConsumer<Integer, byte[]> taker) {
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      long tag = varint(in);
      int length =
          switch ((int) (tag & 7)) {
            case 0 -> {
              varint(in);
              yield -1;
            }
            case 1 -> 8;
            case 2 -> (int) varint(in);
            case 5 -> 4;
            default -> throw new IllegalArgumentException("no protocol buffer");
          };
      if (length >= 0) {
        byte[] value = new byte[length];
        in.get(value);
        taker.accept((int) (tag >>> 3), value);
      }
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
