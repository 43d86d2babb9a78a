package org.conferencedigest.summary.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.state;
import static org.conferencedigest.summary.digest.Conferences.with;
import static org.conferencedigest.summary.digest.Conferences.without;

import java.util.Map;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.testing.DigestSchema;
import org.junit.jupiter.api.Test;

class RenderingsTest {

  private static final String PUBLIC_URL = "https://d.example/";

  @Test
  void hugoIsFrontMatterAndText() {
    assertThat(render(state(null, someNotes()), Format.HUGO))
        .isEqualTo(
            """
            +++
            title = "What we saw at PebbleConf"
            +++

            Three days of small stones.

            <!--more-->

            ## tl;dr

            The best talks:

            - [Sorting stones]({{< ref "pebble/2031/sorting.md" >}}), for the demo alone

            Also worth watching:

            - [Skipping stones]({{< ref "pebble/2031/skipping.md" >}})

            ## Wednesday, May 7

            We liked [Sorting stones]({{< ref "pebble/2031/sorting.md" >}}), after the [opening]({{< ref "pebble/2031/opening.md" >}}).

            [Opening: why pebbles]({{< ref "pebble/2031/opening.md" >}}) by Ada Moss and Bo Flint (Quarry): About Opening: why pebbles.

            ## Thursday, May 8

            [Skipping stones]({{< ref "pebble/2031/skipping.md" >}}): It *skips*. See {{< ref "pebble/2031/sorting.md" >}}.

            Walls, [drawn]({{< ref "pebble/2031/plans.md" >}}).

            ## Friday, May 9

            Plans, as in the draft of ours.

            Closing words.
            """);
  }

  @Test
  void portableMarkdownStandsAnywhere() {
    String text = render(state(null, someNotes()), Format.MARKDOWN);
    assertThat(text)
        .startsWith("# What we saw at PebbleConf\n\nThree days of small stones.\n\n## tl;dr\n")
        .contains("Walls, [drawn](https://d.example/conferences/pebble-2031/notes/plans).")
        .contains("It *skips*. See https://d.example/conferences/pebble-2031/notes/sorting.")
        .doesNotContain("{{", "note:");
  }

  @Test
  void notesKeepTheNamesOfTheirFilesInHugo() {
    ConferenceState state =
        state(
            "[a]({{< ref \"pebble/2031/Big Talk.md\" >}}), [b](note:big-talk), [c](note:other)\n",
            Map.of(
                "big-talk", named("Big Talk.md"),
                "other", named("Elsewhere.md"),
                "up", named("../up.md")));
    assertThat(render(state, Format.HUGO))
        .contains(
            "[a]({{< ref \"pebble/2031/Big Talk.md\" >}}), "
                + "[b]({{< ref \"pebble/2031/Big Talk.md\" >}}), "
                + "[c]({{< ref \"pebble/2031/other.md\" >}})");
    assertThat(render(state, Format.MARKDOWN))
        .contains("[a](https://d.example/conferences/pebble-2031/notes/big-talk)");
    assertThat(HugoZip.of(DigestDocument.of(state)).names())
        .containsExactly(
            "pebble/2031/Big Talk.md",
            "pebble/2031/other.md",
            "pebble/2031/summary.md",
            "pebble/2031/up.md");
  }

  private static ReviewedNote named(String fileName) {
    ReviewedNote note = note("N", "2031-05-07", "Words.");
    return new ReviewedNote(
        note.author(),
        note.title(),
        note.date(),
        note.frontMatter(),
        note.body(),
        note.review(),
        note.talks(),
        note.publishedAt(),
        note.updatedAt(),
        null,
        fileName);
  }

  @Test
  void anEmptyConferenceIsADigest() {
    ConferenceState empty = state(null, Map.of());
    assertThat(render(empty, Format.HUGO))
        .isEqualTo(
            """
            +++
            title = "What we saw at PebbleConf"
            +++

            Three days of small stones.

            <!--more-->

            """);
    assertThat(render(empty, Format.HTML)).contains("<p>Three days of small stones.</p>");
    assertThat(render(empty, Format.JSON)).contains("\"sections\":[\n]");
  }

  @Test
  void linksLiveAndDieWithTheirTargets() {
    ConferenceState draft =
        state(
            "See [it](note:not-yet \"t\"), [r], <note:not-yet>.\n\n[r]: note:not-yet\n",
            someNotes());
    ConferenceState published = with(draft, "not-yet", note("Now", "2031-05-07", "Now."));
    DigestDocument first = DigestDocument.of(draft);
    DigestDocument second = DigestDocument.of(published, first);
    DigestDocument third = DigestDocument.of(without(published, "not-yet"), second);
    for (Format format : Format.values()) {
      String before = Renderings.render(first, format, PUBLIC_URL).text();
      String now = Renderings.render(second, format, PUBLIC_URL).text();
      assertThat(now).isEqualTo(render(published, format)).isNotEqualTo(before);
      if (format != Format.ATOM && format != Format.CALENDAR) {
        assertThat(before).contains("as in the draft of ours", "See it, r, not-yet.");
      }
      assertThat(Renderings.render(third, format, PUBLIC_URL).text()).isEqualTo(before);
    }
    assertThat(Renderings.render(second, Format.HUGO, PUBLIC_URL).text())
        .contains(
            "See [it]({{< ref \"pebble/2031/not-yet.md\" >}} \"t\"), [r], "
                + "[not-yet]({{< ref \"pebble/2031/not-yet.md\" >}}).")
        .contains("[r]: {{< ref \"pebble/2031/not-yet.md\" >}}");
    assertThat(Renderings.render(second, Format.HTML, PUBLIC_URL).text())
        .contains("<a href=\"/conferences/pebble-2031/notes/not-yet\">r</a>");
  }

  @Test
  void proseIsOneDocumentAndEntriesAreTheirOwn() {
    Map<String, ReviewedNote> notes =
        Map.of(
            "a", note("A", "2031-05-07", "A note[^1], see [home].\n\n[^1]: Of A."),
            "b", note("B", "2031-05-07", "B note[^1].\n\n# Big\n\n[^1]: Of B."));
    String html =
        render(
            state(
                """
                Prose[^1] and [home].

                ## Day
                <!-- digest:entries day date="2031-05-07" -->

                [home]: https://home.example
                [^1]: Of all.
                """,
                notes),
            Format.HTML);
    assertThat(html)
        .contains("Prose<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>")
        .contains("see <a href=\"https://home.example\">home</a>")
        .contains("<a href=\"#note-a.fn-1\" id=\"note-a.fnref-1\">")
        .contains("<li id=\"note-b.fn-1\">")
        .contains("<h3 id=\"note-b.big\">Big</h3>");
    assertThat(ids(html)).doesNotHaveDuplicates();
  }

  @Test
  void entriesBringTheFootnotesOfTheProse() {
    String html =
        render(
            state(
                """
                <!-- digest:entries day date="2031-05-07" -->

                [^roof]: The roof
                    leaked.

                [home]: https://home.example
                """,
                Map.of("a", note("A", "2031-05-07", "Wet.[^roof] See [home]."))),
            Format.HTML);
    assertThat(html)
        .contains("<a href=\"#note-a.fn-roof\" id=\"note-a.fnref-roof\">")
        .contains("leaked.")
        .doesNotContain("[^roof]");
  }

  private static java.util.List<String> ids(String html) {
    return java.util.regex.Pattern.compile(" id=\"([^\"]*)\"")
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void htmlOfProseMayHoldSlots() {
    String html =
        render(
            state(
                """
                <details><summary>Day</summary>

                <!-- digest:days -->

                </details>

                <div>
                <!-- digest:tiers -->
                </div>
                """,
                Map.of("a", note("A", "2031-05-07", "Words."))),
            Format.HTML);
    assertThat(html)
        .containsSubsequence(
            "<details>", "<article class=\"entry\"", "Words.", "</article>", "</details>");
  }

  @Test
  void unclosedHtmlOfOneEntryEndsWithIt() {
    String html =
        render(
            state(
                null,
                Map.of(
                    "a", note("A", "2031-05-07", "<b>bold <!-- open\n\n```\ncode"),
                    "b", note("B", "2031-05-07", "Next."))),
            Format.HTML);
    assertThat(html).contains("<p>Next.</p>");
    SafeHtmlTest.assertBalanced(
        html.substring(
            html.indexOf("<article"), html.lastIndexOf("</article>") + "</article>".length()));
  }

  @Test
  void marksCannotBeForged() {
    Map<String, ReviewedNote> notes =
        Map.of(
            "a",
            note(
                "A",
                "2031-05-07",
                """
                <!-- digest:days -->
                <!--slot-00000000000000000000000000000000-0-->
                <div data-mark="0"></div>

                {{ONE}}\
                """),
            "b",
            note("B", "2031-05-07", "ONE"));
    ConferenceState state =
        state(
            """
            <!--slot-00000000000000000000000000000000-0-->
            <div data-mark="0">
            </div>

            <!-- digest:entry a -->

            <!-- digest:entry b -->
            """,
            notes);
    String html = render(state, Format.HTML);
    assertThat(html.split("<article", -1)).hasSize(3);
    assertThat(html).doesNotContain("data-mark", "slot-");
    assertThat(render(state, Format.HUGO)).contains("<!-- digest:days -->\n<!--slot-0000");
  }

  @Test
  void scriptsOfTheWorldAndTablesAreRendered() {
    Map<String, ReviewedNote> notes =
        Map.of(
            "שלום",
            note("שלום עולם", "2031-05-07", "שלום 😀 ~~old~~\n\n| א | ב |\n|---|:-:|\n| 1 | 2 |"));
    String html = render(state(null, notes), Format.HTML);
    assertThat(html)
        .contains("<article class=\"entry\" id=\"note-שלום\"")
        .contains("dir=\"auto\">\n<p>שלום 😀 <del>old</del></p>")
        .contains("<th align=\"center\">ב</th>");
    assertThat(
            render(
                state(
                    null,
                    Map.of(
                        "שלום",
                        note("שלום", "2031-05-07", "\n", org.conferencedigest.events.Review.NONE))),
                Format.HTML))
        .contains("<a href=\"/conferences/pebble-2031/notes/%D7%A9%D7%9C%D7%95%D7%9D\">");
  }

  @Test
  void notePageTellsOfTheTalks() {
    DigestDocument document = DigestDocument.of(state(null, someNotes()));
    String page = NotePage.render(document, "opening", PUBLIC_URL).orElseThrow().text();
    assertThat(page)
        .contains("<title>Opening: why pebbles</title>")
        .contains(
            "<time datetime=\"2031-05-07\">May 7, 2031</time>, by <a"
                + " href=\"/authors/ines\"><bdi>ines</bdi></a>")
        .containsSubsequence("<cite>Opening</cite>", "Ada Moss", "Quarry", "Bo Flint", "Quarry")
        .contains("href=\"https://video.example.org/1\">Recording</a>")
        .contains("href=\"/conferences/pebble-2031#note-opening\"");
    assertThat(NotePage.render(document, "not-yet", PUBLIC_URL)).isEmpty();
    assertThat(NotePage.render(document, "plans", PUBLIC_URL).orElseThrow().text())
        .contains("See <a href=\"/conferences/pebble-2031/notes/walls#top\">walls</a> and old.");
  }

  @Test
  void previewIsWhatAnEntryWouldBe() {
    DigestDocument document = DigestDocument.of(state(null, someNotes()));
    assertThat(MarkdownPreview.render("*a* [b](note:walls) [c](note:not-yet)", document))
        .isEqualTo("<p><em>a</em> <a href=\"/conferences/pebble-2031/notes/walls\">b</a> c</p>");
    assertThat(MarkdownPreview.render("[b](note:walls) https://a.example"))
        .isEqualTo("<p>b <a href=\"https://a.example\">https://a.example</a></p>");
  }

  private static String render(ConferenceState state, Format format) {
    String text = Renderings.render(DigestDocument.of(state), format, PUBLIC_URL).text();
    if (format == Format.JSON) {
      DigestSchema.check(text);
    }
    return text;
  }
}
