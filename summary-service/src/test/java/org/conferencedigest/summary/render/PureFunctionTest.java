package org.conferencedigest.summary.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.withOutline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.Conferences;
import org.conferencedigest.summary.digest.DigestDocument;
import org.jspecify.annotations.Nullable;

/** Whatever the way to a state, its renderings are the same bytes. */
class PureFunctionTest {

  private static final String PUBLIC_URL = "https://d.example";
  private static final List<String> SLUGS = List.of("a", "b", "c", "d", "e", "summary");

  /** Something that happens to a conference: a note, or none any more, or another outline. */
  record Step(String slug, @Nullable ReviewedNote note, @Nullable String outline) {}

  @Property(tries = 300)
  void aDocumentMadeStepByStepIsTheOneMadeAtOnce(@ForAll("steps") List<Step> steps) {
    ConferenceState state = Conferences.state(null, Map.of());
    DigestDocument document = DigestDocument.of(state);
    Map<Format, Rendered> before = renderings(document);
    for (Step step : steps) {
      state = after(state, step);
      DigestDocument next = DigestDocument.of(state, document);
      DigestDocument fresh = DigestDocument.of(state);
      Map<Format, Rendered> now = renderings(next);
      boolean same = true;
      for (Format format : Format.values()) {
        Rendered rendered = of(now, format);
        Rendered anew = Renderings.render(fresh, format, PUBLIC_URL);
        assertThat(rendered.text()).isEqualTo(anew.text());
        assertThat(rendered.etag()).isEqualTo(anew.etag());
        assertThat(rendered.length()).isEqualTo(rendered.bytes().length);
        same &= rendered.text().equals(of(before, format).text());
        assertThat(rendered.etag().equals(of(before, format).etag()))
            .as("%s: %s", format, rendered.text())
            .isEqualTo(rendered.text().equals(of(before, format).text()));
      }
      assertThat(next.changesSince(document)).isEqualTo(fresh.changesSince(document));
      if (!same) {
        assertThat(next.changesSince(document)).isNotEmpty();
      }
      assertThat(HugoZip.of(next).etag()).isEqualTo(HugoZip.of(fresh).etag());
      document = next;
      before = now;
    }
  }

  @Property(tries = 100)
  void theOrderOfNotesMakesNoDifference(@ForAll("steps") List<Step> steps, @ForAll long seed) {
    ConferenceState state = Conferences.state(null, Map.of());
    for (Step step : steps) {
      state = after(state, step);
    }
    List<String> slugs = new ArrayList<>(state.published().keySet());
    Collections.shuffle(slugs, new Random(seed));
    Map<String, ReviewedNote> shuffled = new LinkedHashMap<>();
    for (String slug : slugs) {
      ReviewedNote note = state.published().get(slug);
      if (note != null) {
        shuffled.put(slug, note);
      }
    }
    ConferenceState other = new ConferenceState(state.conference(), state.content(), shuffled);
    Map<Format, Rendered> one = renderings(DigestDocument.of(state));
    Map<Format, Rendered> two = renderings(DigestDocument.of(other));
    for (Format format : Format.values()) {
      assertThat(of(two, format).text()).isEqualTo(of(one, format).text());
    }
  }

  private static ConferenceState after(ConferenceState state, Step step) {
    if (step.slug().isEmpty()) {
      return withOutline(state, step.outline());
    }
    return step.note() == null
        ? Conferences.without(state, step.slug())
        : Conferences.with(state, step.slug(), step.note());
  }

  private static Map<Format, Rendered> renderings(DigestDocument document) {
    Map<Format, Rendered> renderings = new LinkedHashMap<>();
    for (Format format : Format.values()) {
      renderings.put(format, Renderings.render(document, format, PUBLIC_URL));
    }
    return renderings;
  }

  private static Rendered of(Map<Format, Rendered> renderings, Format format) {
    Rendered rendered = renderings.get(format);
    if (rendered == null) {
      throw new AssertionError("not rendered: " + format);
    }
    return rendered;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> outlines = outlines().injectNull(0.3).map(text -> new Step("", null, text));
    Arbitrary<Step> notes =
        Combinators.combine(Arbitraries.of(SLUGS), notes().injectNull(0.15))
            .as((slug, note) -> new Step(slug, note, null));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, outlines), net.jqwik.api.Tuple.of(5, notes))
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  private static Arbitrary<String> outlines() {
    return Arbitraries.of(
            "Prose to [a](note:a) and [b][r].\n",
            "\n",
            "## Wed\n",
            "## Wed\n\n",
            "<!-- digest:entries wed date=\"2031-05-07\" -->\n",
            "<!-- digest:entries topic bullet=\"- \" gap=\"1\" -->\n",
            "<!-- digest:entry c -->\n",
            "<!-- digest:tier best bullet=\" * \" -->\n",
            "<!-- digest:tiers -->\n",
            "<!-- digest:days -->\n",
            "<!-- digest:summary -->\n",
            "<!--more-->\n",
            "[r]: note:b\n",
            "Foot[^1].\n\n[^1]: Note.\n",
            "```\n<!-- digest:days -->\n```\n",
            "<details>\n",
            "</details>\n",
            "> quoted\n",
            "- item\n",
            "[x\n<!-- digest:days -->\n]({{< ref \"pebble/2031/a.md\" >}})\n")
        .list()
        .ofMaxSize(8)
        .map(lines -> String.join("", lines));
  }

  private static Arbitrary<ReviewedNote> notes() {
    Arbitrary<String> texts =
        Arbitraries.of(
            "Words.",
            "Other *words*.",
            "See [b](note:b) and [the post](note:summary).",
            "See [c]({{< ref \"pebble/2031/c.md\" >}})[^1].\n\n[^1]: Foot.",
            "A [r] and <b>more",
            "```\ncode\n```",
            "Line\n\n- a\n- b\n",
            "<!-- digest:days -->");
    return Combinators.combine(
            texts,
            texts.injectNull(0.4),
            texts.injectNull(0.5),
            Arbitraries.of(Verdict.class).injectNull(0.4),
            Arbitraries.of("topic", "wed", Review.UNLISTED, "2031-05-08").injectNull(0.6),
            Arbitraries.integers().between(0, 3).injectNull(0.6),
            Arbitraries.of("2031-05-07", "2031-05-08T10:00:00", "2031-05-08T23:30:00Z", "never"))
        .as(
            (body, entry, recommendation, verdict, section, place, date) ->
                Conferences.note(
                    "Title of " + date,
                    date,
                    "\n" + body + "\n",
                    new Review(verdict, entry, recommendation, section, place, place)));
  }
}
