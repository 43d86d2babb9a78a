package org.conferencedigest.foundation.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

  private static final TestService SERVICE = TestService.start("body", Map.of());
  private static final List<String> STORED = new CopyOnWriteArrayList<>();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @BeforeEach
  void nothingIsStored() {
    STORED.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz\r\nbbbb\r\n0\r\n\r\n",
        "-4\r\nbbbb\r\n0\r\n\r\n",
        "4\nbbbb\r\n0\r\n\r\n",
        "4\r\nbbbbcc\r\n0\r\n\r\n",
        "ffffffffffffffff\r\nbbbb\r\n0\r\n\r\n",
        "80000000\u0000\r\nbbbb\r\n0\r\n\r\n",
        "0\r\nno trailer\r\n\r\n"
      })
  void aBodyWhoseChunksBreakIsRefusedAndNotStored(String rest) throws IOException {
    String answer = chunked("4\r\naaaa\r\n" + rest);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertThat(STORED).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4;a\r\nbbbb\r\n0\r\n\r\n", "4;a=\"b\";c\r\nbbbb\r\n0\r\nX: y\r\n\r\n"})
  void extensionsOfChunksAndTrailersAreTaken(String rest) throws IOException {
    assertThat(chunked("4\r\naaaa\r\n" + rest)).startsWith("HTTP/1.1 200 ");
    assertThat(STORED).containsExactly("aaaabbbb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "rot13", "identity, gzip", "x"})
  void encodedContentIsRefused(String encoding) {
    HttpResponse<String> answer = put(encoding);

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
    assertThat(answer.body()).contains("unsupported-content-encoding");
    assertThat(STORED).isEmpty();
  }

  @Test
  void contentThatIsSaidNotToBeEncodedIsTaken() {
    assertThat(put("Identity").statusCode()).isEqualTo(200);
    assertThat(STORED).containsExactly("text");
  }

  private static HttpResponse<String> put(String encoding) {
    return SERVICE.send(
        "PUT",
        "/body",
        BodyPublishers.ofString("text"),
        "Content-Type",
        "text/plain",
        "Content-Encoding",
        encoding);
  }

  private static String chunked(String body) throws IOException {
    try (Socket socket = new Socket("localhost", SERVICE.port())) {
      socket.setSoTimeout(10_000);
      String head =
          String.join(
              "\r\n",
              "PUT /body HTTP/1.1",
              "Host: x",
              "Content-Type: text/plain",
              "Connection: close",
              "Transfer-Encoding: chunked",
              "",
              "");
      socket.getOutputStream().write((head + body).getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Requires(property = "test.service", value = "body")
  @Controller("/body")
  static class Bodies {

    @Put
    @Consumes("text/plain")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void put(@Body String body) {
      STORED.add(body);
    }
  }
}
