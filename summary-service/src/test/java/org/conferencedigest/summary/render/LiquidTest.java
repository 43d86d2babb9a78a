package org.conferencedigest.summary.render;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          a {% include toc.html %} b          | a  b
          {% youtube abcdefghijk %}           | <https://www.youtube.com/watch?v=abcdefghijk>
          {% include youtube.html id="lmnopqrstuv" %} | <https://www.youtube.com/watch?v=lmnopqrstuv>
          {%- vimeo 123456789 -%}             | <https://vimeo.com/123456789>
          {% raw %}{{ name }}{% endraw %}     | {{ name }}
          x{% comment %}gone{% endcomment %}y | xy
          {{ site.title }} readers            | readers
          {{ "{{" }} and {{ 'words' }}        | {{ and words
          The lead.{: .lead}                  | The lead.
          {% if x %}both{% else %}are{% endif %} | bothare
          {%}, { {: and {{{                   | {%}, { {: and {{{
          """)
  void becomesWhatItMeansOrNothing(String text, String plain) {
    assertThat(Liquid.strip(text).strip()).isEqualTo(plain);
  }

  @Test
  void makesHighlightedCodeAFence() {
    assertThat(Liquid.strip("Away. {% highlight ruby %}\nputs\n{% endhighlight %}\n"))
        .isEqualTo("Away. \n\n~~~ruby\nputs\n~~~\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{% raw %}", "{%", "{{ ", "{: ", "{% a ", "{% raw %}{% endraw %}", "{{ \""})
  void readsAMegabyteOfAnythingInBoundedTime(String part) {
    String text = part.repeat(1_000_000 / part.length());

    assertTimeoutPreemptively(ofSeconds(5), () -> Liquid.strip(text));
  }
}
