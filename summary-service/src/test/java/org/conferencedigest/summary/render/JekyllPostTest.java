package org.conferencedigest.summary.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.state;
import static org.conferencedigest.summary.digest.Conferences.written;

import java.util.Map;
import java.util.stream.Stream;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JekyllPostTest {

  @Test
  void standsInPostsWithAbsoluteLinksAndTheFoldKept() {
    assertThat(render(state(null, someNotes())))
        .startsWith(
            """
            ---
            layout: post
            title: "What we saw at PebbleConf"
            date: 2031-05-09
            excerpt_separator: <!--more-->
            ---

            Three days of small stones.

            <!--more-->

            ## tl;dr
            """)
        .contains("[Sorting stones](https://d.example/conferences/pebble-2031/notes/sorting)")
        .doesNotContain("{{<", "note:");
  }

  @ParameterizedTest
  @MethodSource("tomlThatNoReaderBears")
  void hasNothingOfTomlThatNoReaderBears(String toml) {
    assertThat(render(written("+++\n" + toml + "\n+++\n", "summary.md", Map.of())))
        .startsWith("---\nlayout: post\ntitle: \"");
  }

  static Stream<String> tomlThatNoReaderBears() {
    return Stream.of(
        "a = " + "[".repeat(20_000) + "]".repeat(20_000),
        "a = " + "{a = ".repeat(20_000) + "1" + "}".repeat(20_000),
        "a.".repeat(12_000) + "b = 1",
        "description = \"\\uD800\"");
  }

  @Test
  void tellsInYamlWhatWasToldInToml() {
    assertThat(
            render(
                written(
                    """
                    +++
                    title = "Other"
                    date = 2031-05-12T10:00:00+02:00
                    tags = ["a: b", "c"]
                    categories = ["stones"]
                    author = "Ines"
                    [params]
                    tags = ["none"]
                    +++
                    """,
                    "summary.md",
                    Map.of())))
        .startsWith(
            """
            ---
            layout: post
            title: "What we saw"
            date: 2031-05-12 10:00:00 +02:00
            author: "Ines"
            categories: ["stones"]
            tags: ["a: b", "c"]
            excerpt_separator: <!--more-->
            ---
            """);
  }

  @Test
  void keepsYamlAsItIsAndAddsOnlyALayout() {
    String own = "---\nlayout: talk\ntitle: 'x' # mine\n---\n";
    assertThat(render(written(own, "summary.md", Map.of()))).startsWith(own);
    assertThat(render(written("---\ntitle: x\n---\n", "summary.md", Map.of())))
        .startsWith("---\nlayout: post\ntitle: x\n---\n");
    assertThat(render(written("---\ntitle: x\n---\n", "2031-05-12-stones.md", Map.of())))
        .startsWith("---\ntitle: x\n---\n");
  }

  @Test
  void liquidRunsOnlyWhereItsAuthorWritesForJekyll() {
    Map<String, ReviewedNote> notes =
        Map.of("n", note("N", "2031-05-07", "Use `${{ secrets.KEY }}` and {% raw %}."));
    assertThat(render(written("+++\n+++\n", "summary.md", notes)))
        .contains("Use `${{ \"{{\" }} secrets.KEY }}` and {{ \"{%\" }} raw %}.");
    assertThat(render(written("---\nlayout: post\n---\n", "summary.md", notes)))
        .contains("Use `${{ secrets.KEY }}` and {% raw %}.");
  }

  @Test
  void liquidIsNotShownOnOurPagesWhereItIsMeant() {
    Map<String, ReviewedNote> notes =
        Map.of(
            "n",
            note("N", "2031-05-07", "{% include toc.html %}{% youtube abcdefghijk %}\n{: .lead}"));
    assertThat(
            Renderings.render(
                    DigestDocument.of(written("---\nlayout: post\n---\n", "summary.md", notes)),
                    Format.HTML,
                    "https://d.example")
                .text())
        .contains("https://www.youtube.com/watch?v=abcdefghijk")
        .doesNotContain("toc.html", ".lead", "{%");
    assertThat(
            Renderings.render(
                    DigestDocument.of(written("+++\n+++\n", "summary.md", notes)),
                    Format.HTML,
                    "https://d.example")
                .text())
        .contains("{% include toc.html %}");
  }

  @Test
  void linksInJekyllsMannerComeBackAndAreLinksElsewhere() {
    String entry =
        "[one]({% post_url 2031-05-07-one %}), [two]({{ site.baseurl }}{% link _posts/two.md %}),"
            + " [three](two.md#end), [four]({filename}/pebble/one.md), [gone]({% post_url gone %}),"
            + " [file]({static}/x.pdf), [way](../other/two.md)";
    ConferenceState state =
        written(
            "---\nlayout: post\n---\n",
            "summary.md",
            Map.of(
                "one", note("One", "2031-05-07", "Words."),
                "two", note("Two", "2031-05-08", entry)));
    DigestDocument document = DigestDocument.of(state);

    assertThat(render(state)).contains(entry);
    assertThat(Renderings.render(document, Format.HUGO, "https://d.example").text())
        .contains(entry);
    assertThat(Renderings.render(document, Format.MARKDOWN, "https://d.example").text())
        .contains(
            "[one](https://d.example/conferences/pebble-2031/notes/one), "
                + "[two](https://d.example/conferences/pebble-2031/notes/two), "
                + "[three](https://d.example/conferences/pebble-2031/notes/two#end), "
                + "[four](https://d.example/conferences/pebble-2031/notes/one), gone, file, way");
    assertThat(Renderings.render(document, Format.HTML, "https://d.example").text())
        .contains("<a href=\"/conferences/pebble-2031/notes/one\">one</a>", ", gone, file, way");
  }

  private static String render(ConferenceState state) {
    return Renderings.render(DigestDocument.of(state), Format.JEKYLL, "https://d.example").text();
  }
}
