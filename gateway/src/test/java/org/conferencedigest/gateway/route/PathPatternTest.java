package org.conferencedigest.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "/a, /a, true",
    "/a, /a/, false",
    "/a, /ab, false",
    "/a, /, false",
    "/a/*/c, /a/b/c, true",
    "/a/*/c, /a//c, false",
    "/a/*/c, /a/b/b/c, false",
    "/a/digest*, /a/digest, true",
    "/a/digest*, /a/digest.html, true",
    "/a/digest*, /a/diges, false",
    "/a/digest*, /a/digest/changes, false",
    "/a/**, /a, true",
    "/a/**, /a/, true",
    "/a/**, /a/b/c, true",
    "/a/**, /ab, false"
  })
  void matches(String pattern, String path, boolean expected) {
    assertThat(new PathPattern(pattern).matches(path)).isEqualTo(expected);
  }

  @Test
  void refusesPatternsItCannotKeep() {
    assertThatThrownBy(() -> new PathPattern("a")).hasMessageContaining("slash");
    assertThatThrownBy(() -> new PathPattern("/**/a")).hasMessageContaining("end");
  }
}
