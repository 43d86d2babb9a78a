package org.conferencedigest.foundation.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        // If-Match, If-None-Match, present tags, whether a write may go on
        ", , 5, true",
        ", , , true",
        "'\"5\"', , 5, true",
        "'\"4\"', , 5, false",
        "'\"4\", \"5\"', , 5, true",
        "'W/\"5\"', , 5, false",
        "'\"5.md\"', , 5 5.md, true",
        "*, , 5, true",
        "*, , , false",
        "'\"5\"', , , false",
        ", *, 5, false",
        ", *, , true",
        ", '\"5\"', 5, false",
        ", 'W/\"5\"', 5, false",
        ", '\"4\"', 5, true",
        ", '\"5\"', , true",
        "'\"5\"', *, 5, false",
        "'\"5\"', '\"4\"', 5, true",
      })
  void guardsWrites(
      @Nullable String ifMatch,
      @Nullable String ifNoneMatch,
      @Nullable String tags,
      boolean goesOn) {
    Preconditions preconditions = Preconditions.of(request(ifMatch, ifNoneMatch));
    List<EntityTag> current = new ArrayList<>();
    if (tags != null) {
      List.of(tags.split(" ")).forEach(tag -> current.add(EntityTag.strong(tag)));
    }
    if (goesOn) {
      preconditions.requireForWrite(current);
    } else {
      assertThatThrownBy(() -> preconditions.requireForWrite(current))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.status().getCode()).isEqualTo(412));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        ", false",
        "*, true",
        "'\"5\"', true",
        "'W/\"5\"', true",
        "'\"4\",W/\"5\"', true",
        "'\"4\"', false",
        "'\"a,b\", \"5\"', true",
      })
  void saysWhatIsNotModified(@Nullable String ifNoneMatch, boolean notModified) {
    assertThat(Preconditions.of(request(null, ifNoneMatch)).notModified(EntityTag.strong(5)))
        .isEqualTo(notModified);
  }

  @Test
  void joinsTheLinesOfAHeader() {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    request.header("If-None-Match", "\"4\"").header("If-None-Match", "\"5\"");
    assertThat(Preconditions.of(request).notModified(EntityTag.strong(5))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "\"5",
        "5\"",
        "\"5\" \"6\"",
        "\"5\"x",
        "w/\"5\"",
        "W/5",
        "*, \"5\"",
        ",",
        "\"a b\""
      })
  void refusesWhatIsNoListOfTags(String list) {
    assertThatThrownBy(() -> Preconditions.of(request(list, null)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.status().getCode()).isEqualTo(400));
  }

  @Test
  void writesTagsAsHeadersHaveThem() {
    assertThat(EntityTag.strong(5)).hasToString("\"5\"");
    assertThat(new EntityTag("x", true)).hasToString("W/\"x\"");
    assertThatThrownBy(() -> EntityTag.strong("a\"b")).isInstanceOf(IllegalArgumentException.class);
  }

  private static HttpRequest<?> request(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    if (ifNoneMatch != null) {
      request.header("If-None-Match", ifNoneMatch);
    }
    return request;
  }
}
