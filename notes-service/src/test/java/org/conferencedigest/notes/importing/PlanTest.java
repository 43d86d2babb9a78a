package org.conferencedigest.notes.importing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.Samples;
import org.conferencedigest.notes.frontmatter.Page;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.note.NoteState;
import org.conferencedigest.notes.note.NoteSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

  private static final String A = "[A]({{< ref \"kelp/2031/a.md\" >}})";
  private static final String B = "[B]({{< ref \"kelp/2031/b.md\" >}})";
  private static final String C = "[C]({{< ref \"kelp/2031/c.md\" >}})";
  private static final String DRAFT = "[D]({{< ref \"kelp/2031/draft.md\" >}})";

  @Test
  void turnsAPostIntoAnOutlineWithSlots() {
    String post =
        """
        Two days of seaweed.

        <!--more-->

        ## In short
        The best of all:
         * %s, and nothing else
         * %s

        ## Tuesday, May 6
        First came %s. It was good.

        Then %s, which was not.\s

        ## Wednesday, May 7
        Rain all day.

        At last %s.
        """
            .formatted(C, A, A, B, C);

    Plan plan = plan(post);

    assertThat(plan.exact()).isTrue();
    assertThat(plan.refs().folder()).isEqualTo("kelp/2031");
    assertThat(plan.recognised().outline())
        .isEqualTo(
            """
            Two days of seaweed.

            <!--more-->

            ## In short
            The best of all:
            <!-- digest:tier best bullet=" * " -->

            ## Tuesday, May 6
            <!-- digest:entries tuesday-may-6 date="2031-05-06" -->

            ## Wednesday, May 7
            Rain all day.

            <!-- digest:entry c -->
            """);
    assertThat(plan.reviews().get("a"))
        .isEqualTo(
            new Review(
                Verdict.BEST,
                "First came [A](note:a). It was good.",
                "[A](note:a)",
                "tuesday-may-6",
                10,
                20));
    assertThat(plan.reviews().get("b"))
        .isEqualTo(
            new Review(null, "Then [B](note:b), which was not. ", null, "tuesday-may-6", 20, null));
    assertThat(plan.reviews().get("c"))
        .isEqualTo(
            new Review(
                Verdict.BEST,
                "At last [C](note:c).",
                "[C](note:c), and nothing else",
                "wednesday-may-7",
                10,
                10));
    assertThat(plan.recognised().parts())
        .extracting(Part::slug)
        .containsExactly("in-short", "tuesday-may-6", "wednesday-may-7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nothing but words.",
        "",
        "# Talks\n",
        // two notes in one paragraph
        "# Talks\nBetween " + A + " and " + B + ".\n",
        // an item that links to two
        "# Talks\nThe best:\n * " + A + " and " + B + "\n",
        // a draft
        "# Talks\nSee " + DRAFT + ".\n",
        // code
        "# Talks\n```\n" + A + "\n```\n",
        "# Talks\n> " + A + "\n",
        "# Talks\n| " + A + " |\n",
        "# Talks\n<p>\n" + A + "\n</p>\n"
      })
  void leavesWhatItDoesNotKnowToTheAuthor(String post) {
    Plan plan = plan(post);

    assertThat(plan.recognised().entries()).isEmpty();
    assertThat(plan.recognised().recommendations()).isEmpty();
    assertThat(plan.exact()).isTrue();
    assertThat(plan.unlisted()).containsExactly("a", "b", "c");
  }

  @Test
  void takesItemsThatAreNoTierForEntries() {
    assertThat(outline("# Talks\nThese were there:\n * " + A + "\n * " + B + "\n"))
        .isEqualTo(
            "# Talks\nThese were there:\n<!-- digest:entries talks bullet=\" * \" gap=\"1\" -->\n");
    assertThat(outline("# Talks\nThe best:\n * " + A + "\n * lunch\n * " + B + "\n"))
        .isEqualTo(
            """
            # Talks
            The best:
            <!-- digest:entry a bullet=" * " -->
             * lunch
            <!-- digest:entry b bullet=" * " -->
            """);
    assertThat(outline("# Talks\nThe best:\n1. " + A + "\n2. " + B + "\n"))
        .isEqualTo("# Talks\nThe best:\n<!-- digest:entries talks gap=\"1\" -->\n");
    assertThat(requireNonNull(plan("# Talks\nThe best:\n1. " + A + "\n").reviews().get("a")))
        .isEqualTo(new Review(Verdict.BEST, "1. [A](note:a)", null, "talks", 10, null));
  }

  @Test
  void takesEntriesAboveAllHeadings() {
    assertThat(outline(A + "\n\n" + B + "\n")).isEqualTo("<!-- digest:entries talks -->\n");
  }

  @Test
  void keepsEntriesOnAdjoiningLinesTogether() {
    String post = "# Talks\n- " + A + "\n\n- " + B + "\n- " + C + "\n";

    assertThat(plan(post).exact()).isTrue();
    assertThat(outline(post))
        .isEqualTo(
            """
            # Talks
            <!-- digest:entry a bullet="- " -->

            <!-- digest:entries talks bullet="- " gap="1" -->
            """);
  }

  @Test
  void takesAHeadingWithAllBelowItForOneEntry() {
    String post =
        "# Day\n\n## "
            + A
            + "\n\nSome words.\n\n### Aside\n\n> quoted\n\n## "
            + B
            + "\n\n[x]: /x\n";

    Plan plan = plan(post);

    assertThat(plan.exact()).isTrue();
    assertThat(plan.recognised().outline())
        .isEqualTo("# Day\n\n<!-- digest:entries day -->\n\n[x]: /x\n");
    assertThat(requireNonNull(plan.reviews().get("a")).entry())
        .isEqualTo("## [A](note:a)\n\nSome words.\n\n### Aside\n\n> quoted");
  }

  @Test
  void linksInProseToNotesEvenIfTheyAreDraftsYet() {
    assertThat(
            plan("Soon: " + DRAFT + ". And [home]({{< ref \"/about.md\" >}}).")
                .recognised()
                .outline())
        .isEqualTo("Soon: [D](note:draft). And [home]({{< ref \"/about.md\" >}}).");
  }

  @Test
  void keepsCarriageReturnsAndManyLinesOfAnItem() {
    String post =
        "# Day\r\n" + A + "\r\n\r\n" + B + "\r\n\r\nworth a look:\r\n\r\n* " + C + "\r\n  more\r\n";

    Plan plan = plan(post);

    assertThat(plan.exact()).isTrue();
    assertThat(plan.recognised().outline())
        .startsWith("# Day\r\n<!-- digest:entries day -->\r\n\r\nworth a look:");
  }

  @Test
  void takesTheVerdictOfNotesThatThePostNoLongerRecommends() {
    Review best = new Review(Verdict.BEST, null, "old words", null, null, 10);
    List<NoteSummary> stored = List.of(note("a", NoteState.PUBLISHED, best), note("b"));

    Plan plan =
        Plan.of(
            "# All\nThe best:\n* " + B + "\n\n" + A + "\n",
            stored,
            Map.of(),
            List.of(),
            setting("x"));

    assertThat(plan.exact()).isTrue();
    assertThat(requireNonNull(plan.reviews().get("a")).verdict()).isNull();
    assertThat(requireNonNull(plan.reviews().get("b")).verdict()).isEqualTo(Verdict.BEST);
  }

  @Test
  void changesNothingWhenItIsMadeAgain() {
    String post = "# All\nThe best:\n* " + B + "\n\n" + A + "\n\n" + B + "\n";
    Plan first = plan(post);
    List<NoteSummary> stored =
        notes().stream()
            .map(
                note ->
                    note(
                        note.slug(),
                        note.state(),
                        first.reviews().getOrDefault(note.slug(), note.review())))
            .toList();

    Plan second = Plan.of(post, stored, Map.of(), List.of(), setting("kelp/2031"));

    assertThat(second.reviews()).isEqualTo(first.reviews());
    assertThat(second.recognised().outline()).isEqualTo(first.recognised().outline());
  }

  @Test
  void recognisesTheWholeOfTheSample() {
    Map<String, String> pages = Samples.pages("spark-2020/content");
    Page post = Page.parse(requireNonNull(pages.remove("summary.md")));
    List<NoteSummary> notes =
        pages.entrySet().stream()
            .map(
                page ->
                    new NoteSummary(
                        page.getKey().replace(".md", ""),
                        "ann",
                        NoteState.PUBLISHED,
                        "t",
                        Page.parse(page.getValue()).frontMatter().date().orElseThrow(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Instant.EPOCH))
            .toList();

    Plan plan = Plan.of(post.body(), notes, Map.of(), List.of(), setting("x"));

    assertThat(plan.exact()).isTrue();
    assertThat(plan.refs().folder()).isEqualTo("spark/2020");
    assertThat(plan.recognised().entries()).hasSize(19);
    assertThat(plan.unlisted()).isEmpty();
    assertThat(plan.recognised().tiers())
        .extracting(TierList::verdict, tier -> tier.items().size())
        .containsExactly(tuple(Verdict.BEST, 3), tuple(Verdict.WORTH_WATCHING, 3));
    assertThat(plan.recognised().talks()).as("links to notes are no titles of talks").isEmpty();
    assertThat(plan.recognised().parts())
        .extracting(Part::slug)
        .containsExactly("tl-dr", "wednesday-june-24", "thursday-june-25", "friday-june-26");
    assertThat(plan.recognised().parts())
        .extracting(Part::date)
        .containsExactly(
            null, LocalDate.of(2020, 6, 24), LocalDate.of(2020, 6, 25), LocalDate.of(2020, 6, 26));
  }

  @Test
  void keepsTheOtherSamplesAsTheyAre() {
    Map<String, String> posts = Samples.pages("posts");

    assertThat(posts)
        .isNotEmpty()
        .allSatisfy(
            (name, text) -> {
              Page post = Page.parse(text);
              assertThat(post.frontMatter().problem()).isEmpty();
              assertThat(plan(post.body()).exact()).isTrue();
            });
  }

  @Property
  void givesBackAnyPostByteForByte(@ForAll("posts") String post) {
    Plan plan = plan(post);

    assertThat(plan.exact()).isTrue();
  }

  @Provide
  Arbitrary<String> posts() {
    return Arbitraries.oneOf(
            Arbitraries.of(A, B, C, DRAFT, "\n", "\n\n", "\r\n", "\r\n\r\n", " * ", "* ", "- "),
            Arbitraries.of("# Day\n", "## May 6\n", "The best:\n", "worth it:\n\n", "```\n", "> "),
            Arbitraries.of(" * " + A + "\n", " * " + B + "\r\n", C + "\n\n", "   x\n", "<p>\n"),
            Arbitraries.of(
                "<!--", "-->", "<!--more-->", "|", "    ", "\t", "Title\n=====\n", "1. "),
            Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  private static Plan plan(String post) {
    return Plan.of(post, notes(), Map.of(), List.of(), setting("kelp/2031"));
  }

  private static String outline(String post) {
    return plan(post).recognised().outline();
  }

  private static Plan.Setting setting(String folder) {
    return new Plan.Setting(
        folder, false, ZoneOffset.UTC, null, new WrittenDate("2031-05-09"), Set.of("summary"), 500);
  }

  private static List<NoteSummary> notes() {
    return List.of(note("a"), note("b"), note("c"), note("draft", NoteState.DRAFT, Review.NONE));
  }

  private static NoteSummary note(String slug) {
    return note(slug, NoteState.PUBLISHED, Review.NONE);
  }

  private static NoteSummary note(String slug, NoteState state, Review review) {
    return new NoteSummary(
        slug,
        "ann",
        state,
        slug,
        new WrittenDate("2031-05-06"),
        List.of(),
        review.verdict(),
        review.entry(),
        review.recommendation(),
        review.section(),
        review.position(),
        review.rank(),
        null,
        Instant.EPOCH);
  }
}
