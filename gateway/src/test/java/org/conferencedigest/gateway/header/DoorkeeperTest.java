package org.conferencedigest.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

  private static final String PATH = "/api/v1/conferences/spark";
  private static final RunningGateway GATEWAY =
      RunningGateway.start(Map.of("gateway.headers.public-url", "https://digest.example:8443"));

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  private static FakeService.Asked askedWith(String... lines) {
    GATEWAY.notes().on(PATH, 200, "application/json", "{}");
    String answer =
        GATEWAY.raw(
            "GET "
                + PATH
                + " HTTP/1.1\r\nHost: x\r\n"
                + String.join("\r\n", lines)
                + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200 ");
    return GATEWAY.notes().asked(PATH).getLast();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "X-Forwarded-Prefix",
        "X-Real-IP",
        "tracestate",
        "baggage",
        "ce_id",
        "CE_TYPE",
        "X-Internal-User",
        "X-Committed-At",
        "X-B3-TraceId",
        "Proxy-Authorization",
        "Keep-Alive",
        "TE",
        "Upgrade",
        "X-HTTP-Method-Override"
      })
  void stripsWhatAClientCouldForgeAndWhatIsForTheNextHopOnly(String name) {
    assertThat(askedWith(name + ": forged").header(name)).isNull();
  }

  @Test
  void stripsWhatConnectionNames() {
    FakeService.Asked asked = askedWith("Connection: X-Secret, foo", "X-Secret: a", "Foo: b");

    assertThat(asked.header("X-Secret")).isNull();
    assertThat(asked.header("Foo")).isNull();
  }

  @Test
  void keepsAuthorizationEvenIfConnectionNamesIt() {
    assertThat(
            askedWith("Connection: If-None-Match", "If-None-Match: \"1\"").header("If-None-Match"))
        .isEqualTo("\"1\"");
  }

  @Test
  void tellsTheServiceWhoAsksAndForWhat() {
    FakeService.Asked asked =
        askedWith(
            "X-Forwarded-For: 6.6.6.6",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: gopher",
            "X-Request-Id: mine",
            "traceparent: 00-11111111111111111111111111111111-2222222222222222-01");

    assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(asked.header("X-Forwarded-Host")).isEqualTo("digest.example:8443");
    assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("https");
    String id = Objects.requireNonNull(asked.header("X-Request-Id"));
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(asked.header("traceparent")).startsWith("00-" + id + "-").doesNotContain("1111");
  }

  @Test
  void believesOnlyTrustedProxies() {
    ClientAddress one = new ClientAddress(1);
    java.net.InetSocketAddress proxy = new java.net.InetSocketAddress("10.0.0.1", 1);

    assertThat(one.of(proxy, java.util.List.of("6.6.6.6, 1.2.3.4"))).isEqualTo("1.2.3.4");
    assertThat(one.of(proxy, java.util.List.of("6.6.6.6", "2001:db8::1"))).isEqualTo("2001:db8::1");
    assertThat(one.of(proxy, java.util.List.of("nonsense"))).isEqualTo("10.0.0.1");
    assertThat(new ClientAddress(0).of(proxy, java.util.List.of("1.2.3.4"))).isEqualTo("10.0.0.1");
    assertThat(new ClientAddress(3).of(proxy, java.util.List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
  }

  @Test
  void putsItsHeadersOnEveryAnswer() {
    GATEWAY
        .notes()
        .on(
            PATH,
            exchange -> {
              exchange.getResponseHeaders().set("Connection", "X-Hop");
              exchange.getResponseHeaders().set("X-Hop", "1");
              exchange.getResponseHeaders().set("X-Frame-Options", "ALLOWALL");
              FakeService.respond(exchange, 200, "text/html", "<p>");
            });
    HttpResponse<String> response = GATEWAY.get(PATH);

    assertThat(response.headers().firstValue("X-Hop")).isEmpty();
    assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'")
        .contains("default-src 'none'");
    assertThat(response.headers().firstValue("Referrer-Policy")).isPresent();
    assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
    assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(response.headers().firstValue("X-Request-Id"))
        .contains(GATEWAY.notes().asked(PATH).getLast().header("X-Request-Id"));
    assertThat(response.headers().allValues("Date")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1|Host: x|Content-Length: 4|Transfer-Encoding: chunked||0|||",
        "POST / HTTP/1.1|Host: x|Content-Length: 4|Content-Length: 5||aaaaa",
        "POST / HTTP/1.1|Host: x|Content-Length: 4, 5||aaaaa",
        "POST / HTTP/1.1|Host: x|Content-Length: +4||aaaa",
        "POST / HTTP/1.1|Host: x|Content-Length: -4||aaaa",
        "POST / HTTP/1.1|Host: x|Transfer-Encoding: gzip, chunked||0||",
        "POST / HTTP/1.1|Host: x|Transfer-Encoding: xchunked||0||",
        "POST / HTTP/1.1|Host: x|Transfer-Encoding : chunked||0||",
        "POST / HTTP/1.0|Host: x|Transfer-Encoding: chunked||0||",
        "GET / HTTP/1.1||",
        "GET / HTTP/1.1|Host: a|Host: b||",
        "GET http://elsewhere/ HTTP/1.1|Host: a||",
        "GET /api/v1/../internal/dead-letters HTTP/1.1|Host: a||",
        "GET /api/v1/%2e%2E/internal/dead-letters HTTP/1.1|Host: a||",
        "GET /api/v1/..%2finternal HTTP/1.1|Host: a||",
        "GET /api/v1/%00 HTTP/1.1|Host: a||",
        "GET /a b HTTP/1.1|Host: a||",
        "NONSENSE||"
      })
  void refusesWhatTwoServersCouldReadInTwoWays(String request) {
    int before = GATEWAY.notes().asked().size() + GATEWAY.summary().asked().size();
    String answer = GATEWAY.raw(request.replace("|", "\r\n"));

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("application/problem+json", "connection: close", "x-content-type-options");
    assertThat(GATEWAY.notes().asked().size() + GATEWAY.summary().asked().size()).isEqualTo(before);
  }

  @Test
  void refusesHeadersAndAddressesThatAreTooLong() {
    assertThat(GATEWAY.raw("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertThat(GATEWAY.raw("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ");
  }

  @Test
  void answersRequestsBeforeABadOneFirst() {
    GATEWAY.notes().on(PATH, 200, "text/plain", "first");
    String answers =
        GATEWAY.raw(
            "GET " + PATH + " HTTP/1.1\r\nHost: x\r\n\r\nGET /../ HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answers).startsWith("HTTP/1.1 200 ");
    assertThat(answers.indexOf("first")).isPositive().isLessThan(answers.indexOf("HTTP/1.1 400 "));
  }
}
