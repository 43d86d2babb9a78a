package org.conferencedigest.summary.digest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.function.Supplier;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.jspecify.annotations.Nullable;

/**
 * A published note as its digest shows it. Immutable; a note of which nothing changed that a reader
 * sees in the digest is the same object in the next document.
 */
public final class DigestNote {

  /** By time; notes without a time last; then by slug, so that no two are equal. */
  public static final Comparator<DigestNote> BY_TIME =
      comparing((DigestNote note) -> note.time, nullsLast(naturalOrder()))
          .thenComparing(DigestNote::slug);

  /** The order of entries within a section. */
  static final Comparator<DigestNote> BY_POSITION =
      comparing((DigestNote note) -> note.review().position(), nullsLast(naturalOrder()))
          .thenComparing(BY_TIME);

  private final String slug;
  private final ReviewedNote source;
  private final ZoneId zone;
  private final @Nullable LocalDateTime time;
  private final DigestText entry;
  private final DigestText recommendation;
  private final Memo memo = new Memo();
  private @Nullable DigestText body;

  private DigestNote(
      String slug,
      ReviewedNote source,
      ZoneId zone,
      DigestText entry,
      DigestText recommendation,
      @Nullable DigestText body) {
    this.slug = slug;
    this.source = source;
    this.zone = zone;
    this.time = NoteTime.parse(source.date(), zone);
    this.entry = entry;
    this.recommendation = recommendation;
    this.body = body;
  }

  static DigestNote of(String slug, ReviewedNote source, ZoneId zone, Links links) {
    String entry = source.review().entry();
    String recommendation = source.review().recommendation();
    return new DigestNote(
        slug,
        source,
        zone,
        DigestText.of(given(entry, () -> ComposedText.entry(slug, source)), links),
        DigestText.of(
            given(recommendation, () -> ComposedText.recommendation(slug, source)), links),
        null);
  }

  /** This note in another document of the same conference: itself if it looks the same there. */
  DigestNote with(ReviewedNote now, ZoneId zoneNow, Links links) {
    if (!source.equals(now) || !zone.equals(zoneNow)) {
      return of(slug, now, zoneNow, links);
    }
    DigestText entryNow = entry.with(links);
    DigestText recommendationNow = recommendation.with(links);
    return entryNow == entry && recommendationNow == recommendation
        ? this
        : new DigestNote(slug, source, zone, entryNow, recommendationNow, parsedBody());
  }

  public String slug() {
    return slug;
  }

  /** The whole state of the note. */
  public ReviewedNote source() {
    return source;
  }

  public Review review() {
    return source.review();
  }

  /** When it was, on the conference's clocks; null if its date cannot be read. */
  public @Nullable LocalDateTime time() {
    return time;
  }

  /** Its text in its section: the author's, or a composed line. */
  public DigestText entry() {
    return entry;
  }

  /** Its text in the tl;dr: the author's, or the linked title. */
  public DigestText recommendation() {
    return recommendation;
  }

  /** Whether its text in its section was left to the digest, which then names the speakers. */
  public boolean isComposed() {
    return !isGiven(review().entry());
  }

  /** Keeps what was made of this note as a whole. */
  public Memo memo() {
    return memo;
  }

  /** Whether it has an entry in its digest, and not only a page. */
  public boolean isListed() {
    return !Review.UNLISTED.equals(review().section());
  }

  /**
   * Whether its verdict puts it into a tier: an unlisted note stands there only by its own words.
   */
  boolean isRecommended() {
    return review().verdict() != null && (isListed() || isGiven(review().recommendation()));
  }

  /**
   * The day under which it stands if no section of the outline claims it: the one its section names
   * by date, else its own.
   */
  @Nullable LocalDate day() {
    String section = review().section();
    if (section != null && section.length() == 10) {
      try {
        return LocalDate.parse(section);
      } catch (DateTimeException notADate) {
        // A section by any other name.
        return ownDay();
      }
    }
    return ownDay();
  }

  /** The day of its own date. */
  public @Nullable LocalDate ownDay() {
    return time == null ? null : time.toLocalDate();
  }

  /** Its page's text. Found when first asked for, since a digest does not show it. */
  DigestText body(Links links) {
    DigestText parsed = parsedBody();
    DigestText now = parsed == null ? DigestText.of(source.body(), links) : parsed.with(links);
    keepBody(now);
    return now;
  }

  private synchronized @Nullable DigestText parsedBody() {
    return body;
  }

  private synchronized void keepBody(DigestText now) {
    body = now;
  }

  private static String given(@Nullable String text, Supplier<String> otherwise) {
    return text == null || text.isBlank() ? otherwise.get() : text;
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
