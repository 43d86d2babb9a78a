package org.conferencedigest.summary.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.entry;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.state;
import static org.conferencedigest.summary.digest.Conferences.talk;
import static org.conferencedigest.summary.digest.Conferences.withTalks;
import static org.conferencedigest.summary.digest.Conferences.written;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Talk;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.junit.jupiter.api.Test;

class LintTest {

  private static final String OUTLINE =
      """
      Words.

      <!-- digest:days -->

      ## Thursday, May 7

      """;

  @Test
  void aWeekdayThatIsAnotherIsFoundOnItsLineOfTheOutline() {
    assertThat(lint(state(OUTLINE, someNotes()), "weekday-mismatch"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.severity()).isEqualTo(Severity.ERROR);
              assertThat(warning.place()).isEqualTo("outline");
              assertThat(warning.line()).isEqualTo(5);
              assertThat(warning.sentence())
                  .isEqualTo(
                      "“Thursday, May 7”: 2031-05-07 is a Wednesday. Correct the day or the date.");
            });
  }

  @Test
  void aNoteUnderAnotherDayIsFound() {
    assertThat(
            lint(
                state(
                    null,
                    Map.of(
                        "n",
                        note(
                            "N",
                            "2031-05-07",
                            "Body.",
                            new Review(null, null, null, "2031-05-08", null, null)))),
                "other-day"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.place()).isEqualTo("notes/n");
              assertThat(warning.severity()).isEqualTo(Severity.WARNING);
              assertThat(warning.sentence())
                  .startsWith("“N” is dated Wednesday, May 7 and stands under “Thursday, May 8”.");
            });
  }

  @Test
  void aLinkToNoNoteNamesTheNearest() {
    ConferenceState state =
        state(
            null,
            Map.of(
                "data_quality_netflix", note("An Approach To Data Quality", "2031-05-07", "Body."),
                "other",
                    note(
                        "Quite another",
                        "2031-05-07",
                        entry("One.\n\n[a](note:data_qualty_netflix)").entry()),
                "renamed",
                    note(
                        "R",
                        "2031-05-07",
                        "\n\n\n[b](note:netflix_data_quality_approach)",
                        Review.NONE),
                "far", note("F", "2031-05-07", "[c](note:zzz)", Review.NONE)));
    List<Warning> warnings = lint(state, "link-to-unpublished");
    assertThat(warnings)
        .extracting(Warning::place)
        .containsExactly("notes/far/body", "notes/other/entry", "notes/renamed/body");
    assertThat(warnings).extracting(Warning::line).containsExactly(1, 3, 4);
    assertThat(warnings)
        .extracting(Warning::candidates)
        .containsExactly(
            List.of(), List.of("data_quality_netflix"), List.of("data_quality_netflix"));
    assertThat(warnings.get(1).sentence())
        .isEqualTo(
            "The link “a” leads to data_qualty_netflix, which is a draft or no note at all; readers see its words only. Publish it, or correct the link. Did you mean data_quality_netflix?");
    assertThat(warnings).extracting(Warning::severity).containsOnly(Severity.ERROR);
  }

  @Test
  void aLinkToARetractedNoteSaysSo() {
    ConferenceState state =
        state(null, Map.of("n", note("N", "2031-05-07", "[a](note:gone)", Review.NONE)));
    assertThat(
            lint(
                new ConferenceState(
                    state.conference(),
                    state.content(),
                    state.published(),
                    Map.of("gone", Instant.EPOCH)),
                "link-to-retracted"))
        .singleElement()
        .satisfies(warning -> assertThat(warning.sentence()).contains("was retracted"));
  }

  @Test
  void aLinkElsewhereInTheSiteIsALinkInHugoAlone() {
    assertThat(
            lint(
                state(
                    "See [last year]({{< ref \"pebble/2030/summary.md\" >}}) and [below]({{< ref \"#x\" >}}).",
                    Map.of()),
                "link-elsewhere"))
        .singleElement()
        .satisfies(warning -> assertThat(warning.sentence()).contains("pebble/2030/summary.md"));
  }

  @Test
  void aLinkToAHeadingThatIsNotThereIsFound() {
    assertThat(
            lint(
                state(
                    "[a](#its-end), [b](#no-end)\n\n## Its end\n\nWords with ![c](x.png).\n",
                    Map.of()),
                "heading-missing"))
        .singleElement()
        .satisfies(warning -> assertThat(warning.sentence()).contains("“b”", "#no-end"));
  }

  @Test
  void aTalkWithoutRecordingIsFoundOnce() {
    Talk unrecorded = unrecorded("u", false);
    assertThat(
            lint(
                state(
                    null,
                    Map.of(
                        "a", withTalks(note("A", "2031-05-07", "A."), unrecorded, talk("With")),
                        "b",
                            withTalks(
                                note("B", "2031-05-07", "B."), unrecorded, unrecorded("c", true)))),
                "talk-without-recording"))
        .extracting(Warning::place)
        .containsExactly("talks/u");
  }

  @Test
  void sameTitlesAreFound() {
    assertThat(
            lint(
                state(
                    null,
                    Map.of(
                        "a", note("The same", "2031-05-07", "A."),
                        "b", note(" the  Same", "2031-05-07", "B."),
                        "c", note("Other", "2031-05-07", "C."))),
                "same-title"))
        .extracting(Warning::place)
        .containsExactly("notes/b");
  }

  @Test
  void imagesNamedByTheirPathsAreFoundWhereverTheyStand() {
    ReviewedNote note =
        note(
            "N",
            "2031-05-07",
            """
            ![there](https://a.example/x.png) ![not](/images/a.png)
            `![code](b.png)`
            <img alt="x" src='c.png'> <img src="data:image/png;base64,xx">

            {{< figure src="d.png" alt="d" >}}
            {{< figure src="https://a.example/e.png" >}}
            ![by reference][r]

            [r]: f.png
            """,
            Review.NONE);
    List<Warning> warnings = lint(state(null, Map.of("n", note)), "image-missing");
    assertThat(warnings).extracting(Warning::line).containsExactly(1, 3, 7, 5);
    assertThat(warnings)
        .extracting(warning -> warning.sentence().replaceAll("^[^“]*“([^”]*)”.*", "$1"))
        .containsExactly("/images/a.png", "c.png", "f.png", "d.png");
  }

  @Test
  void findsTextsThatAreShownAsTheyWereWritten() {
    ReviewedNote note = note("N", "2031-05-08", "<a" + " b".repeat(700) + ">");
    assertThat(lint(state(null, Map.of("n", note)), "not-rendered"))
        .extracting(Warning::place)
        .containsExactly("notes/n/entry");
    assertThat(lint(written("+++\na = \"\\uD800\"\n+++\n", "a.md", Map.of()), "not-rendered"))
        .extracting(Warning::place)
        .containsExactly("outline");
    assertThat(lint(state(null, someNotes()), "not-rendered")).isEmpty();
  }

  @Test
  void shortcodesThatMeanNothingElsewhereAreFound() {
    ReviewedNote note =
        note(
            "N",
            "2031-05-07",
            """
            {{< youtube abc >}} {{% notice tip %}}Mind.{{% /notice %}}
            {{< ref "n.md" >}} {{</* shown */>}}
            """,
            Review.NONE);
    assertThat(lint(state(null, Map.of("n", note)), "shortcode-dropped"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.line()).isEqualTo(1);
              assertThat(warning.sentence()).contains("“notice”");
            });
  }

  @Test
  void liquidThatMeansNothingElsewhereIsFoundInPostsForJekyll() {
    ReviewedNote note =
        note(
            "N",
            "2031-05-07",
            """
            Words.
            {% include tip.html %} {% highlight java %}{% endhighlight %} {% post_url 2031-05-07-n %}
            {% raw %}{{ shown }}{% endraw %} {{< baseurl >}}
            """,
            Review.NONE);

    assertThat(
            lint(
                written("---\nlayout: post\n---\n", "summary.md", Map.of("n", note)),
                "liquid-dropped"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.place()).isEqualTo("notes/n/body");
              assertThat(warning.line()).isEqualTo(2);
              assertThat(warning.sentence()).startsWith("“{% include tip.html %}” means something");
            });
    assertThat(lint(state(null, Map.of("n", note)), "liquid-dropped")).isEmpty();
  }

  @Test
  void whatIsComposedIsNobodysMistake() {
    ReviewedNote note = note("N", "2031-05-07", "[a](note:nowhere) ![x](y.png)", Review.NONE);
    assertThat(Lint.of(DigestDocument.of(state(null, Map.of("n", note)))))
        .extracting(Warning::place)
        .containsOnly("notes/n/body");
  }

  private static Talk unrecorded(String slug, boolean cancelled) {
    Talk talk = talk("Unrecorded");
    return new Talk(
        slug,
        talk.title(),
        talk.kind(),
        talk.start(),
        talk.minutes(),
        talk.room(),
        null,
        null,
        cancelled,
        talk.speakers(),
        List.of());
  }

  private static List<Warning> lint(ConferenceState state, String code) {
    return Lint.of(DigestDocument.of(state)).stream()
        .filter(warning -> warning.code().equals(code))
        .toList();
  }
}
