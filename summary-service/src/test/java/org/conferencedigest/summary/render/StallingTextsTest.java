package org.conferencedigest.summary.render;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.summary.digest.Conferences;
import org.conferencedigest.summary.digest.DigestDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts of a megabyte that stall parsers or overflow stacks. The bounds are generous, for slow and
 * busy machines; without bounds in the code these take minutes, or all memory.
 */
class StallingTextsTest {

  private static final int MEGABYTE = 1_000_000;

  static Stream<String> patterns() {
    return Stream.of(
            "[",
            ">",
            "*",
            "_",
            "`",
            "!",
            "(",
            "<",
            "&",
            "~",
            "|",
            "#",
            "-",
            "\\",
            "]",
            "\n",
            "\t",
            "*a ",
            "**a ",
            "*a_ ",
            "_a*",
            "[a](",
            "![a](",
            "![",
            "[]",
            "a**b",
            "<b>",
            "<div>",
            "</b>",
            "<a>",
            "<i><b>",
            "<p>",
            "<table>",
            "<li>",
            "<a href=",
            "<!--",
            "<!-- >",
            "<?",
            "- ",
            "* * ",
            "> - ",
            "1. ",
            "`a``",
            "[^1]",
            "[^a]: ",
            "~~a ",
            "http://",
            "www.a",
            "a@b.",
            "[a]: b\n",
            "[a]: <",
            "|a|b\n",
            "x\n|-",
            "|-\n",
            "&#x",
            "[a]",
            "<b x=\"",
            "\u0000",
            "a*b_c~",
            "](",
            "[x](<",
            "*_",
            "<details>",
            "<b><p>",
            "![[",
            "<!-",
            "<![CDATA[",
            "<![CDATA[ >",
            "<svg><style>",
            "<select><option>",
            "{{<",
            "{{< \"",
            "{{< ref \"",
            "[a]({{< ref \"",
            "<!--more-->\n",
            "# a\n",
            "😀",
            "\uD800",
            "- a\n")
        .map(pattern -> pattern.repeat(MEGABYTE / pattern.length()));
  }

  static Stream<String> shapes() {
    return Stream.of(
        "[".repeat(MEGABYTE / 2) + "]".repeat(MEGABYTE / 2),
        "![".repeat(MEGABYTE / 8) + "a" + "](b)".repeat(MEGABYTE / 8),
        "*a ".repeat(15_000) + "b*".repeat(15_000),
        "*a **b ".repeat(7_000) + " c** d*".repeat(7_000),
        "<a" + " b".repeat(1_000) + ">",
        "<a" + " b='c'".repeat(MEGABYTE / 6),
        ("<a" + " b=c".repeat(90) + ">\n\n").repeat(2_000),
        backticksOfEveryLength(),
        "> ".repeat(5_000) + "*a ".repeat(5_000) + "b*".repeat(5_000),
        "[a]: /" + "x".repeat(100_000) + "\n\n" + "[a] ".repeat(200_000),
        "[^1]: x\n\n" + "[^1] ".repeat(150_000),
        ("{{< \"" + "x".repeat(400) + "\n").repeat(2_000) + ">}}",
        "{{<".repeat(MEGABYTE / 3) + ">}}",
        "a|".repeat(100_000) + "\n" + "-|".repeat(100_000) + "\n" + "a\n".repeat(200_000),
        "- ".repeat(500) + "a\n" + "x\n".repeat(400_000),
        (">".repeat(1_000) + "a\n").repeat(1_000),
        "<b>".repeat(100_000) + "x" + "</b>".repeat(100_000),
        "<div>".repeat(1_000) + "\n\n" + "*a*".repeat(10_000));
  }

  private static String backticksOfEveryLength() {
    StringBuilder text = new StringBuilder();
    for (int length = 1; text.length() < MEGABYTE; length++) {
      text.append("`".repeat(length)).append('a');
    }
    return text.toString();
  }

  static Stream<String> all() {
    return Stream.concat(patterns(), shapes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void noTextStallsOrFails(String text) {
    String html = assertTimeoutPreemptively(ofSeconds(20), () -> MarkdownPreview.render(text));
    assertThat(html.length()).isLessThan(40 * MEGABYTE);
  }

  @Test
  void aDigestOfSuchTextsIsStillADigest() {
    List<String> texts =
        List.of(
            "<".repeat(MEGABYTE),
            "<a" + " b".repeat(1_000) + ">",
            "[a]: /" + "x".repeat(100_000) + "\n\n" + "[a] ".repeat(200_000),
            "*a **b ".repeat(7_000) + " c** d*".repeat(7_000));
    for (String text : texts) {
      Map<String, ReviewedNote> notes = Conferences.someNotes();
      notes.put(
          "stalling", Conferences.note("Stalling", "2031-05-08", text + "\n\n[a](note:walls)"));
      DigestDocument document = DigestDocument.of(Conferences.state(text, notes));
      assertTimeoutPreemptively(
          ofMinutes(2),
          () -> {
            for (Format format : Format.values()) {
              assertThat(Renderings.render(document, format, "https://d.example").length())
                  .isPositive();
            }
          });
    }
  }
}
