package org.conferencedigest.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conferencedigest.events.DigestAfter;
import org.jspecify.annotations.Nullable;

/** What a service answered. */
public record Answer(HttpResponse<byte[]> response) {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return new String(response.body(), UTF_8);
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** What the answer says a digest must hold. */
  public Map<String, Long> after() {
    return new TreeMap<>(DigestAfter.decode(header(DigestAfter.HEADER)).versions());
  }

  /** Holds if the status is that one; the failure tells what came instead. */
  public Answer is(int status) {
    assertThat(status()).as("%s %s", response.request().uri(), text()).isEqualTo(status);
    return this;
  }

  /** Holds if this is a problem of that status, with errors at these places. */
  public Answer isProblem(int status, String... pointers) {
    is(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(text()).doesNotContain("Exception").doesNotContain("\tat ");
    if (pointers.length > 0) {
      assertThat(each("errors", "pointer")).as(text()).containsExactlyInAnyOrder(pointers);
    }
    return this;
  }

  /** A text of each item of a list. */
  public List<String> each(String list, String name) {
    List<String> texts = new ArrayList<>();
    if (at(list) instanceof List<?> items) {
      items.forEach(item -> texts.add(String.valueOf(((Map<?, ?>) item).get(name))));
    }
    return texts;
  }

  /** A value of the JSON, by names and indices in turn. */
  public @Nullable Object at(Object... path) {
    try {
      Object value = JSON.readValue(response.body(), Object.class);
      for (Object step : path) {
        value =
            switch (value) {
              case Map<?, ?> map -> map.get(step);
              case List<?> list -> list.get((Integer) step);
              case null, default -> throw new AssertionError("no " + step + " in " + text());
            };
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }
}
