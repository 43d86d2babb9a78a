package org.conferencedigest.events.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conferencedigest.events.Verdict;
import org.junit.jupiter.api.Test;

class OutlineTest {

  private static final String DAY = "<!-- digest:entries wednesday date=\"2020-06-24\" -->";

  @Test
  void readsTheSlotsOfAnOutline() {
    assertThat(
            Outline.parse(
                    """
                    These were the best:
                    <!-- digest:tier best bullet=" * " -->

                    ## Wednesday
                    <!-- digest:entries wednesday date="2020-06-24" -->
                    <!-- digest:entry lunch -->
                    """)
                .slots())
        .containsExactly(
            new Slot.Tier(Verdict.BEST, " * "),
            new Slot.Entries("wednesday", LocalDate.of(2020, 6, 24), "", 2),
            new Slot.Entry("lunch", ""));
  }

  @Test
  void takesWhatIsNoSlotForProse() {
    List<String> lines =
        List.of(
            "<!-- digest:tier splendid -->",
            "<!-- digest:entries -->",
            "<!-- digest:entries wednesday date=\"2020-06-31\" -->",
            " " + DAY,
            DAY + " ",
            "see " + DAY,
            "<!-- digest:Days -->",
            "<!--more-->");

    assertThat(lines).allSatisfy(line -> assertThat(Outline.parse(line).slots()).isEmpty());
  }

  @Test
  void leavesSlotsInFencedCodeAlone() {
    assertThat(Outline.parse("```\n" + DAY + "\n```\n" + DAY + "\n").slots()).hasSize(1);
    assertThat(Outline.parse("~~~~ text\n~~~\n" + DAY).slots()).isEmpty();
  }

  @Test
  void fillsSlotsAndKeepsEverythingElse() {
    assertThat(fill("## Wednesday\n" + DAY + "\n\n\nThe end.", "wednesday", "One.", "Two."))
        .isEqualTo("## Wednesday\nOne.\n\nTwo.\n\n\nThe end.");
  }

  @Test
  void indentsTheLinesOfAnItemBelowItsBullet() {
    String outline = "<!-- digest:entries day bullet=\" * \" gap=\"1\" -->\n";

    assertThat(fill(outline, "day", "One\n\nmore", "Two")).isEqualTo(" * One\n\n   more\n * Two\n");
  }

  @Test
  void dropsTheLineOfAnEmptySlotAndTheBlankLineItLeaves() {
    assertThat(fill("Before.\n\n" + DAY + "\n\nAfter.\n", "other"))
        .isEqualTo("Before.\n\nAfter.\n");
    assertThat(fill("Before.\n" + DAY + "\nAfter.\n", "other")).isEqualTo("Before.\nAfter.\n");
  }

  @Test
  void partsAdjoiningSlotsByABlankLine() {
    assertThat(fill(DAY + "\n" + DAY + "\n", "wednesday", "One.")).isEqualTo("One.\n\nOne.\n");
  }

  @Test
  void putsAnotherOutlineInThePlaceOfASlot() {
    Outline outline = Outline.parse("Hello\n<!-- digest:days -->\nBye\n");

    assertThat(
            outline
                .expand(slot -> slot instanceof Slot.Days ? Outline.parse(DAY + "\n") : null)
                .text())
        .isEqualTo("Hello\n" + DAY + "\nBye\n");
  }

  @Property
  void givesBackAnyTextCharacterForCharacter(@ForAll("texts") String text) {
    assertThat(Outline.parse(text).text()).isEqualTo(text);
  }

  @Property
  void neverHasTwoPiecesOfProseInARow(@ForAll("texts") String text) {
    List<Piece> pieces = Outline.parse(text).pieces();
    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i - 1) instanceof Piece.Prose && pieces.get(i) instanceof Piece.Prose)
          .isFalse();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.of(
                "\n",
                "\r\n",
                "\r",
                "\n\n",
                "```",
                "~~~\n",
                DAY,
                DAY + "\n",
                "<!-- digest:days -->"),
            Arbitraries.of("<!-- digest:tier best -->\r\n", "<!-- digest:entry é -->\n", "# h\n"))
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  private static String fill(String outline, String section, String... entries) {
    Map<String, List<String>> items = Map.of(section, List.of(entries));
    return Outline.join(
        Outline.parse(outline)
            .weave(
                slot ->
                    slot instanceof Slot.Entries e
                        ? items.getOrDefault(e.section(), List.of())
                        : List.of()));
  }
}
