package org.conferencedigest.summary.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.state;

import java.time.LocalDate;
import java.util.Map;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.junit.jupiter.api.Test;

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

  private static ConferenceState written(
      String frontMatter, String fileName, Map<String, ReviewedNote> notes) {
    return new ConferenceState(
        "pebble-2031",
        new ConferenceContent(
            "PebbleConf",
            null,
            LocalDate.of(2031, 5, 9),
            "UTC",
            null,
            null,
            new DigestSettings("What we saw", null, frontMatter, "pebble", fileName)),
        notes);
  }

  private static String render(ConferenceState state) {
    return Renderings.render(DigestDocument.of(state), Format.JEKYLL, "https://d.example").text();
  }
}
