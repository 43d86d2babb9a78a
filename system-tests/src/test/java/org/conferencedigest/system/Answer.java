package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What the gateway answered. */
record Answer(String request, HttpResponse<byte[]> response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  byte[] bytes() {
    return response.body();
  }

  String text() {
    return new String(response.body(), UTF_8);
  }

  JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(request + " answered no JSON: " + text(), e);
    }
  }

  /** The value of a header; empty if there is none. */
  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The digest revision that this is. */
  long revision() {
    return Long.parseLong(header("Digest-Revision"));
  }

  /** This answer, having seen that it is a success. */
  Answer ok() {
    assertThat(status()).as("%s answered %s", request, text()).isBetween(200, 299);
    return this;
  }

  /** This answer, having seen that it is a problem as RFC 9457 wants it, without a stack trace. */
  Answer problem(int status) {
    assertThat(status()).as("%s answered %s", request, text()).isEqualTo(status);
    assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
    assertThat(json().path("status").asInt()).as(request).isEqualTo(status);
    assertThat(json().path("type").asText()).as(request).startsWith("https://");
    assertThat(json().path("detail").asText()).as(request).isNotBlank();
    assertThat(text()).as(request).doesNotContain("\tat ", "Exception:", "org.conferencedigest");
    return this;
  }
}
