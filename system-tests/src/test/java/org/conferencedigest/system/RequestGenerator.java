package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests out of the API's description: every operation, with parameters, headers, bodies,
 * encodings and framing that are right, odd or wrong. The same seed gives the same requests.
 */
final class RequestGenerator {

  /** The conferences that most requests are about. */
  static final List<String> CONFERENCES = List.of("fuzz-a", "fuzz-b", "fuzz-c");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options");

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "a",
          "first",
          "0",
          "-1",
          "1",
          "2147483648",
          "9223372036854775807",
          "1e400",
          "NaN",
          "null",
          "true",
          "[]",
          "{}",
          "*",
          "\"*\"",
          "W/\"a\"",
          "\"\"",
          "\"a",
          "\u0000",
          "\n",
          "é",
          "日本語",
          "مرحبا",
          "\uD83D\uDE00",
          "a b",
          "a/b",
          "..",
          "../..",
          "%",
          "%00",
          "%zz",
          "a%2Fb",
          "<script>",
          "'; drop table note; --",
          "{{< ref >}}",
          "{% raw %}",
          "+++",
          "---",
          "2020-02-30",
          "2020-06-24",
          "2020-06-24T10:00:00Z",
          "0000-00-00",
          "+999999999-12-31",
          "Europe/Berlin",
          "Mars/Olympus",
          "wait=1",
          "wait=-1",
          "wait=99999999999",
          "text/html",
          "application/json;q=0",
          "*/*;q=2",
          "text/event-stream;q=0",
          "bytes=0-1",
          "application/zip",
          "draft",
          "published",
          "best",
          "skip",
          "digest",
          "fuzz",
          "\\",
          "`".repeat(50),
          "a".repeat(129),
          "<a ".repeat(40),
          "[".repeat(60),
          "> ".repeat(60),
          "&#0;",
          "\u202E",
          "\uFEFF");

  /** Words that nothing refuses, for requests that get past the checks. */
  private static final List<String> PLAIN =
      List.of("a", "first", "fuzz", "2020-06-24", "Text.", "*A* [link](note:b)", "## Day");

  private final Random random;
  private final JsonNode description;
  private final List<String> tokens;
  private final List<Operation> operations = new ArrayList<>();

  /** Whether the request that is being made is to be as described. */
  private boolean plain;

  private record Operation(String method, String path, JsonNode node) {}

  /**
   * @param description the whole OpenAPI document
   * @param tokens bearer tokens that are good
   */
  RequestGenerator(JsonNode description, List<String> tokens, long seed) {
    this.description = description;
    this.tokens = List.copyOf(tokens);
    this.random = new Random(seed);
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()))));
  }

  int operations() {
    return operations.size();
  }

  WireRequest next() {
    plain = random.nextBoolean();
    Operation operation = operations.get(random.nextInt(operations.size()));
    String method = oddly(25) ? one(METHODS).toUpperCase(Locale.ROOT) : operation.method();
    List<String> headers = new ArrayList<>(List.of("Host: localhost", "Connection: close"));
    if (!oddly(6)) {
      headers.add("Authorization: Bearer " + (oddly(15) ? header(word()) : one(tokens)));
    }
    operation.node().path("parameters").forEach(parameter -> addHeader(parameter, headers));
    if (oneIn(3)) {
      headers.add("Accept: " + header(plain || oneIn(2) ? one(mediaTypes(operation)) : word()));
    }
    byte[] body = method.equals("GET") || method.equals("HEAD") ? new byte[0] : body(operation);
    return framed(method, target(operation), headers, body, operation);
  }

  // ---- where it goes
  // -----------------------------------------------------------------------------

  private String target(Operation operation) {
    Matcher variables = VARIABLE.matcher(operation.path());
    String path = variables.replaceAll(match -> Matcher.quoteReplacement(segment(match.group(1))));
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.path("in").asText().equals("query") && oneIn(2)) {
        query.add(parameter.path("name").asText() + "=" + encoded(word()));
      }
    }
    if (oddly(30)) {
      query.add(encoded(word()) + "=" + encoded(word()));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** Names a conference of the fuzzer's own, or something else: never the bystander's. */
  private String segment(String variable) {
    if (variable.equals("conference")) {
      return oddly(10) ? encoded(word()) : one(CONFERENCES);
    }
    return oddly(4) ? encoded(word()) : one(List.of("a", "b", "first", "1", "2"));
  }

  private void addHeader(JsonNode parameter, List<String> headers) {
    if (parameter.path("in").asText().equals("header") && oddly(3)) {
      headers.add(parameter.path("name").asText() + ": " + header(word()));
    }
  }

  // ---- what it carries
  // ---------------------------------------------------------------------------

  private List<String> mediaTypes(Operation operation) {
    List<String> types = new ArrayList<>(List.of("application/json", "text/html"));
    operation
        .node()
        .path("responses")
        .forEach(answer -> answer.path("content").fieldNames().forEachRemaining(types::add));
    return types;
  }

  private byte[] body(Operation operation) {
    JsonNode content = operation.node().path("requestBody").path("content");
    if (content.isEmpty() || oddly(8)) {
      return oneIn(2) ? new byte[0] : text().getBytes(UTF_8);
    }
    List<String> types = new ArrayList<>();
    content.fieldNames().forEachRemaining(types::add);
    String type = one(types);
    byte[] body =
        type.contains("json")
            ? bytes(value(content.path(type).path("schema"), 0))
            : page().getBytes(UTF_8);
    return oddly(10) ? damaged(body) : body;
  }

  /** Makes a value after its schema, most of the time. */
  private @Nullable Object value(JsonNode schema, int depth) {
    if (oddly(12) || depth > 8) {
      return oneIn(2) ? null : word();
    }
    if (schema.has("$ref")) {
      return value(description.at(schema.path("$ref").asText().substring(1)), depth + 1);
    }
    for (String choice : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.path(choice).size() > 0) {
        return value(schema.path(choice).get(random.nextInt(schema.path(choice).size())), depth);
      }
    }
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> {
        var object = new ObjectMapper().createObjectNode();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var property : schema.path("properties").properties()) {
          if (required.contains(property.getKey()) ? !oddly(3) : oneIn(3)) {
            object.putPOJO(property.getKey(), value(property.getValue(), depth + 1));
          }
        }
        if (oddly(20)) {
          object.put(word(), word());
        }
        yield object;
      }
      case "array" ->
          IntStream.range(0, random.nextInt(4))
              .mapToObj(i -> value(schema.path("items"), depth + 1))
              .toList();
      case "integer", "number" -> random.nextInt(2000) - 200;
      case "boolean" -> random.nextBoolean();
      default -> string(schema.path("format").asText());
    };
  }

  private String string(String format) {
    if (plain && format.equals("date-time")) {
      return "2020-06-24T10:00:00Z";
    }
    return oneIn(3) ? text() : word();
  }

  private String page() {
    String fence = one(List.of("+++", "---", ""));
    String sign = fence.equals("---") ? ": " : " = ";
    return fence.isEmpty()
        ? text()
        : fence
            + "\ntitle"
            + sign
            + "\"A page\"\ndate"
            + sign
            + "2020-06-24\n"
            + (oddly(3) ? word() + sign + word() + "\n" : "")
            + (oddly(4) ? "" : fence + "\n")
            + text();
  }

  private String text() {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(i -> word())
        .collect(Collectors.joining(one(List.of(" ", "\n", "\n\n", "\n# ", "\n- ", "|"))));
  }

  private byte[] damaged(byte[] body) {
    byte[] damaged = body.clone();
    if (damaged.length > 0) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return oneIn(2) ? damaged : Arrays.copyOf(damaged, damaged.length / 2);
  }

  private static byte[] bytes(@Nullable Object value) {
    try {
      return new ObjectMapper().writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- how it is sent
  // ----------------------------------------------------------------------------

  private WireRequest framed(
      String method, String target, List<String> headers, byte[] body, Operation operation) {
    boolean bodiless = method.equals("GET") || method.equals("HEAD");
    if (!bodiless) {
      List<String> types = new ArrayList<>(List.of("application/json", "text/markdown"));
      operation
          .node()
          .path("requestBody")
          .path("content")
          .fieldNames()
          .forEachRemaining(types::add);
      headers.add("Content-Type: " + (oddly(15) ? header(word()) : types.getLast()));
    }
    byte[] sent = body;
    if (!bodiless && oddly(12)) {
      headers.add(
          "Content-Encoding: " + one(List.of("gzip", "deflate", "br", "identity", "rot13")));
      sent = oneIn(2) ? gzip(body) : damaged(gzip(body));
    }
    return switch (bodiless || plain ? 0 : random.nextInt(14)) {
      case 1, 2 -> {
        headers.add("Transfer-Encoding: chunked");
        yield request(method, target, headers, chunked(sent, ""), false);
      }
      case 3 -> {
        headers.add("Transfer-Encoding: chunked");
        byte[] broken = chunked(sent, one(List.of("zz", ";a=b", "ffffffffffffffff", "-1", " ")));
        yield request(method, target, headers, broken, true);
      }
      case 4 -> {
        headers.add("Content-Length: " + (sent.length + 1 + random.nextInt(50)));
        yield request(method, target, headers, sent, true);
      }
      case 5 -> {
        headers.add("Content-Length: " + sent.length);
        headers.add("Content-Length: " + one(List.of("0", "+1", "-1", "x", "1, 2")));
        yield request(method, target, headers, sent, true);
      }
      default -> {
        if (sent.length > 0 || !bodiless) {
          headers.add("Content-Length: " + sent.length);
        }
        yield request(method, target, headers, sent, false);
      }
    };
  }

  private static WireRequest request(
      String method, String target, List<String> headers, byte[] body, boolean broken) {
    return new WireRequest(
        method, target, List.copyOf(headers), new String(body, ISO_8859_1), broken);
  }

  /** Cuts a body in chunks; what is added to a size makes the framing odd. */
  private byte[] chunked(byte[] body, String added) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; ) {
      int size = Math.min(body.length - at, 1 + random.nextInt(200));
      chunks.writeBytes((Integer.toHexString(size) + added + "\r\n").getBytes(UTF_8));
      chunks.write(body, at, size);
      chunks.writeBytes("\r\n".getBytes(UTF_8));
      at += size;
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(UTF_8));
    return chunks.toByteArray();
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  // ---- by chance
  // ---------------------------------------------------------------------------------

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** The same for what makes a request odd. */
  private boolean oddly(int many) {
    return !plain && oneIn(many);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String word() {
    return one(plain ? PLAIN : WORDS);
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, UTF_8).replace("+", "%20");
  }

  /** A header's value holds no line break: what would follow it were another header. */
  private static String header(String word) {
    return word.replaceAll("[\\r\\n\\x00]", " ");
  }
}
