package org.conferencedigest.summary.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Piece;
import org.conferencedigest.events.outline.Piece.Prose;
import org.conferencedigest.events.outline.Piece.SlotLine;
import org.conferencedigest.events.outline.Slot;
import org.jspecify.annotations.Nullable;

/** What a digest looks like as far as its authors did not say: in the large and in each part. */
final class DefaultOutline {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH);

  /** No text of an outline writes these sections: they are no slugs. */
  private static final String DAY_SECTION = "day:";

  private DefaultOutline() {}

  /** The conference's own outline, else the default one. */
  static Outline of(ConferenceContent content) {
    String own = content.outline();
    if (own != null) {
      return Outline.parse(own);
    }
    String lead =
        summary(content).isEmpty()
            ? "\n"
            : "\n" + Outline.print(new Slot.Summary()) + "\n\n<!--more-->\n\n";
    return Outline.parse(
        lead + Outline.print(new Slot.Tiers()) + "\n\n" + Outline.print(new Slot.Days()) + "\n");
  }

  private static String summary(ConferenceContent content) {
    return Objects.requireNonNullElse(content.digest().summary(), "").strip();
  }

  /** What the slot for the summary becomes; null if there is none. */
  static @Nullable Outline summaryOf(ConferenceContent content) {
    String summary = summary(content);
    return summary.isEmpty() ? null : new Outline(List.of(new Prose(summary + "\n")));
  }

  /**
   * What the slot for all tiers becomes; null if there are none.
   *
   * @param verdicts the verdicts that recommend something, in their order
   */
  static @Nullable Outline tiersOf(Collection<Verdict> verdicts) {
    List<Piece> pieces = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      pieces.add(new Prose((pieces.isEmpty() ? "## tl;dr\n\n" : "\n") + leadOf(verdict) + "\n\n"));
      pieces.add(new SlotLine(new Slot.Tier(verdict, Slot.Tier.BULLET), "\n"));
    }
    return pieces.isEmpty() ? null : new Outline(pieces);
  }

  private static String leadOf(Verdict verdict) {
    return switch (verdict) {
      case BEST -> "The best talks:";
      case WORTH_WATCHING -> "Also worth watching:";
      case WATCHED -> "Watched:";
      case SKIP -> "Better skipped:";
    };
  }

  /** The slot of one day within the slot for all days. */
  static Slot.Entries slotOf(@Nullable LocalDate day) {
    return new Slot.Entries(DAY_SECTION + (day == null ? "none" : day), day, "", Slot.Entries.GAP);
  }

  /**
   * What the slot for all days becomes; null if there are none.
   *
   * @param days in their order; null stands for notes without a date
   */
  static @Nullable Outline daysOf(Collection<@Nullable LocalDate> days) {
    boolean oneYear =
        days.stream().filter(Objects::nonNull).mapToInt(LocalDate::getYear).distinct().count() < 2;
    List<Piece> pieces = new ArrayList<>();
    for (LocalDate day : days) {
      String heading = day == null ? "Other notes" : (oneYear ? DAY : DAY_OF_YEAR).format(day);
      pieces.add(new Prose((pieces.isEmpty() ? "" : "\n") + "## " + heading + "\n\n"));
      pieces.add(new SlotLine(slotOf(day), "\n"));
    }
    return pieces.isEmpty() ? null : new Outline(pieces);
  }

  /** An outline with the slot for all days at its end. */
  static Outline withDays(Outline outline) {
    String end = outline.pieces().isEmpty() ? "\n\n" : textOf(outline.pieces().getLast());
    String gap = end.endsWith("\n\n") ? "" : end.endsWith("\n") ? "\n" : "\n\n";
    List<Piece> pieces = new ArrayList<>(outline.pieces());
    if (!gap.isEmpty()) {
      pieces.add(new Prose(gap));
    }
    pieces.add(new SlotLine(new Slot.Days(), "\n"));
    return new Outline(pieces);
  }

  private static String textOf(Piece piece) {
    return switch (piece) {
      case Prose prose -> prose.markdown();
      case SlotLine line -> "slot" + line.eol();
    };
  }
}
