package org.conferencedigest.events;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest
  @ValueSource(strings = {"spark-2020", "data_quality_netflix", "日本語", "ß", "عربى"})
  void acceptsLettersAndDigitsOfAnyScript(String text) {
    assertThat(Slug.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "A", "a b", "a/b", "a\u0000", "é.md", "a\n", "\u202ea"})
  void refusesEverythingElse(String text) {
    assertThat(Slug.isValid(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'Wednesday, June 24',wednesday-june-24", "tl;dr,tl-dr", "'!!',untitled", "Été,été"})
  void makesASlugOfATitle(String title, String slug) {
    assertThat(Slug.from(title)).isEqualTo(slug);
  }

  @Property
  void makesASlugOfAnything(@ForAll String title) {
    assertThat(Slug.isValid(Slug.from(title))).isTrue();
  }
}
