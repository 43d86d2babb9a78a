package org.conferencedigest.events.outline;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          See [*the* talk](note:netflix) now | See [*the* talk](/n/netflix) now | See *the* talk now
          [a](note:b#c "t")                  | [a](/n/b#c "t")                  | a
          [a](<note:b>)                      | [a](/n/b)                        | a
          <note:b>                           | [b](/n/b)                        | b
          [a `]` b](note:c)                  | [a `]` b](/n/c)                  | a `]` b
          [a [b] c](note:d)                  | [a [b] c](/n/d)                  | a [b] c
          [a]({{< ref "s/2020/b.md" >}})     | [a](/n/b)                        | a
          [a]({{% relref "b#c" %}})          | [a](/n/b#c)                      | a
          [x [a]]({{< ref "b.md" >}})        | [x [a]](/n/b)                    | x [a]
          [a]( {{< ref b >}} )               | [a]( /n/b )                      | a
          [a]({{< ref path="b" lang="en" >}}) | [a](/n/b)                       | a
          [a]({{< relref `b` >}})            | [a](/n/b)                        | a
          <a href="{{< ref "b.md" >}}">a</a> | <a href="/n/b">a</a>             | <a href="">a</a>
          ![a]({{< ref "b.md" >}})           | ![a](/n/b)                       | ![a]()
          [a]({% post_url 2020-01-02-b %})   | [a](/n/2020-01-02-b)             | a
          [a]({{ site.baseurl }}{% link _posts/b.md %}#c) | [a](/n/b#c)         | a
          [a]({%- post_url x/_posts/b -%})   | [a](/n/b)                        | a
          <a href="{% post_url b %}">a</a>   | <a href="/n/b">a</a>             | <a href="">a</a>
          [a]({filename}b.md#c)              | [a](/n/b#c)                      | a
          [a]({filename}/s/2020/b.md "t")    | [a](/n/b "t")                    | a
          [a](b.md)                          | [a](/n/b)                        | a
          [a *b*](<./Big b.md#c>)            | [a *b*](/n/Big b#c)              | a *b*
          [a](../2020/b.markdown)            | [a](/n/b)                        | a
          """)
  void findsLinksToNotes(String text, String linked, String plain) {
    assertThat(resolve(text)).isEqualTo(linked);
    assertThat(LinkedText.parse(text).resolve(link -> Resolution.plainText())).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`[a](note:b)`",
        "```\n[a](note:b)\n```",
        "    [a](note:b)",
        "\\[a](note:b)",
        "[a](https://example.org/note:b)",
        "{{< ref >}}",
        "{{</* ref \"b.md\" */>}}",
        "{{< reference \"b.md\" >}}",
        "[a]({{< youtube \"b\" >}})",
        "[last year]({{< ref \"spark/other.md\" >}})",
        "[a]({static}/b.pdf)",
        "[a](../2019/b.md)",
        "[a](docs/b.md)",
        "[a](https://example.org/b.md)",
        "[a](b.html)",
        "[a](#b.md)",
        "![a](b.md)",
        "`[a](b.md)`",
        "{% include b.md %}",
        "{% post_url %}"
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(resolve(text)).isEqualTo(text);
  }

  @Test
  void findsLinksByReference() {
    LinkedText text = LinkedText.parse("See [the talk][t].\n\n[t]: note:netflix\n");

    assertThat(text.resolve(link -> Resolution.to("/x")))
        .isEqualTo("See [the talk][t].\n\n[t]: /x\n");
    assertThat(text.resolve(link -> Resolution.plainText())).startsWith("See the talk.");
    assertThat(text.links()).hasSize(1);
  }

  @Test
  void knowsWhichPagesOfAHugoSiteAreNotes() {
    assertThat(new Target.HugoPage("/spark/2020/a.md", null).noteIn("spark/2020")).isEqualTo("a");
    assertThat(new Target.HugoPage("a", null).noteIn("spark/2020")).isEqualTo("a");
    assertThat(new Target.HugoPage("spark/a.md", null).noteIn("spark/2020")).isNull();
    assertThat(new Target.HugoPage("spark/2020/", null).noteIn("spark/2020")).isNull();
  }

  @Property
  void keepsAnyTextWhoseLinksStay(@ForAll("texts") String text) {
    assertThat(LinkedText.parse(text).resolve(link -> Resolution.verbatim())).isEqualTo(text);
  }

  @Property(tries = 200)
  void leavesNoLinkBehind(@ForAll("texts") String text) {
    String plain = LinkedText.parse(text).resolve(link -> Resolution.plainText());

    assertThat(plain.length()).isLessThanOrEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "](note:a",
        "[a](note:b) ",
        "*a ",
        "> ",
        "](",
        "- ",
        "`",
        "<note:a>",
        "](a.md",
        "[a](b.md) ",
        "{% link ",
        "{{ site.x }}",
        "]({filename}"
      })
  void readsAMegabyteOfAnythingInBoundedTime(String part) {
    String text = part.repeat(1_000_000 / part.length());

    assertTimeoutPreemptively(ofSeconds(20), () -> LinkedText.parse(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(6),
            Arbitraries.of("[", "]", "(", ")", "note:a", "](note:b)", "<note:c>", "\n", "`", "*"),
            Arbitraries.of("](b.md)", "{% post_url a %}", "({filename}b.md)", "[t]: b.md\n"),
            Arbitraries.of(
                "![", "{{< ref \"a.md\" >}}", "[t]: note:x\n", "[t]", "\r\n", "    ", "> "))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  private static String resolve(String text) {
    return LinkedText.parse(text)
        .resolve(
            link -> {
              String anchor = link.target().anchor() == null ? "" : "#" + link.target().anchor();
              return switch (link.target()) {
                case Target.Note note -> Resolution.to("/n/" + note.slug() + anchor);
                case Target.HugoPage page ->
                    page.noteIn("s/2020") == null
                        ? Resolution.verbatim()
                        : Resolution.to("/n/" + page.noteIn("s/2020") + anchor);
                case Target.SitePage page ->
                    page.noteIn("s/2020") == null
                        ? Resolution.verbatim()
                        : Resolution.to("/n/" + page.noteIn("s/2020") + anchor);
              };
            });
  }
}
