package org.conferencedigest.summary.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortcodesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a {{< figure src=\"x.png\" >}} b | a  b",
        "{{< figure src=\"x.png\" alt=\"A hill\" >}} | A hill",
        "{{< figure src=\"https://a.example/x.png\" alt=\"A hill\" >}} | ![A hill](https://a.example/x.png)",
        "{{< youtube abc-123 >}} | <https://www.youtube.com/watch?v=abc-123>",
        "{{< youtube id=\"abc-123\" autoplay=\"true\" >}} | <https://www.youtube.com/watch?v=abc-123>",
        "{{< vimeo 12345 >}} | <https://vimeo.com/12345>",
        "{{< gist ann 0a1b \"x.go\" >}} | <https://gist.github.com/ann/0a1b>",
        "{{< tweet 123 >}} | <https://twitter.com/i/web/status/123>",
        "{{< instagram abc >}} | <https://www.instagram.com/p/abc>",
        "{{< figure caption=\"On  top\" src=`x.png` >}} | On top",
        "{{% note %}}Mind the gap.{{% /note %}} | Mind the gap.",
        "{{</* figure src=\"x\" */>}} | {{< figure src=\"x\" >}}",
        "{{< x \"a >}} b\" >}}c | c",
        "{{< x `a >}} b` >}}c | c",
        "{{< not closed | {{< not closed",
        "{{ .Title }} and {% liquid %} | {{ .Title }} and {% liquid %}",
        "a }} {{ b | a }} {{ b"
      })
  void areTakenOut(String markdown, String expected) {
    assertThat(Shortcodes.strip(markdown)).isEqualTo(expected);
  }

  @Test
  void enclosedCodeBecomesABlock() {
    assertThat(
            Shortcodes.strip(
                "{{< highlight go \"linenos=true\" >}}\nfunc\n{{< /highlight >}}\na {{< highlight go >}}b"))
        .isEqualTo("~~~go\nfunc\n~~~\na b");
  }

  @Test
  void mayRunOverLines() {
    assertThat(Shortcodes.strip("a\n{{< tweet\n  user=\"x\"\n  id=\"1\" >}}\nb"))
        .isEqualTo("a\n<https://twitter.com/x/status/1>\nb");
  }
}
