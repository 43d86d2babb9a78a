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
    assertThat(ParsingCost.isBearable(text.repeat(MEGABYTE / text.length()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<a href=", "<a\r\n", "[x](<", "a*b_c~", "*a_b\r\n~c"})
  void doesNotBearWhatCostsTheSquareOfItsLength(String pattern) {
    assertThat(ParsingCost.isBearable(pattern.repeat(MEGABYTE / pattern.length()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", ">", "*", "> - ", "- ", "![a](", "<", "<b x=\"", "a*b_c~", "]({{<ref"})
  void linksAreFoundSoonInAnyText(String pattern) {
    String text = pattern.repeat(MEGABYTE / pattern.length()) + "\n\n[a](note:a)";
    assertTimeoutPreemptively(ofSeconds(20), () -> LinkedText.parse(text).links());
  }

  @Test
  void linksAreFoundInTextsNestedDeeperThanAnyStack() {
    String text = "*a **b ".repeat(7_000) + "[a](note:a)" + " c** d*".repeat(7_000);
    assertThat(LinkedText.parse(text).links()).hasSize(1);
  }
}
