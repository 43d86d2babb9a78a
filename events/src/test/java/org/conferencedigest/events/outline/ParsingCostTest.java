package org.conferencedigest.events.outline;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsingCostTest {

  private static final int MEGABYTE = 1_000_000;

  @Test
  void bearsLongTextsOfParagraphsListsAndTables() {
    String text =
        """
        A paragraph with *emphasis*, `code`, <b>tags</b>, and a < b.

        - an item with [a link](note:one)
        - another, a_b ~~gone~~

        | a | b |
        |---|---|
        | 1 | 2 |

        """;
    assertThat(ParsingCost.of(text.repeat(MEGABYTE / text.length())).isBearable()).isTrue();
  }

  @Test
  void doesNotBearTagsWithMoreAttributesThanAStackHolds() {
    String tag = "<a" + " b".repeat(700) + ">";
    assertThat(ParsingCost.of(tag).isBearable()).isFalse();
    assertThat(ParsingCost.of("> - <a" + " b='c d' ".repeat(700)).isBearable()).isFalse();
    assertThat(ParsingCost.of("<b>" + " words".repeat(700)).isBearable()).isTrue();
  }

  @Test
  void doesNotBearBackticksOfEveryLength() {
    StringBuilder text = new StringBuilder();
    for (int length = 1; text.length() < MEGABYTE; length++) {
      text.append("`".repeat(length)).append('a');
    }
    assertThat(ParsingCost.of(text.toString()).isBearable()).isFalse();
    assertThat(ParsingCost.of("`code` and ``more`` ".repeat(50_000)).isBearable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<a href=", "<a\r\n", "[x](<", "a*b_c~", "*a_b\r\n~c", "a\n"})
  void doesNotBearWhatCostsTheSquareOfItsLength(String pattern) {
    assertThat(ParsingCost.of(pattern.repeat(MEGABYTE / pattern.length())).isBearable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        ">",
        "*",
        "> - ",
        "- ",
        "![a](",
        "<",
        "<b x=\"",
        "a*b_c~",
        "]({{<ref",
        "|a|b\n",
        "x\n"
      })
  void linksAreFoundSoonInAnyText(String pattern) {
    String text = pattern.repeat(MEGABYTE / pattern.length()) + "\n\n[a](note:a)";
    assertTimeoutPreemptively(ofSeconds(20), () -> LinkedText.parse(text).links());
  }

  @Test
  void linksAreFoundInTextsNestedDeeperThanAnyStack() {
    String deep = "*a **b ".repeat(5_000) + "[a](note:a)" + " c** d*".repeat(5_000);
    assertThat(LinkedText.parse(deep).links()).hasSize(1);
    String images = "![".repeat(40_000) + "[a](note:a)" + "](b)".repeat(40_000);
    assertThat(LinkedText.parse(images).links()).hasSize(1);
  }
}
