package org.conferencedigest.summary.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.web.Badge;
import org.jspecify.annotations.Nullable;

/** How pages say things that are no text. */
public final class Page {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, HH:mm", Locale.ENGLISH);

  private Page() {}

  /** A day, as HTML. */
  public static String day(LocalDate day) {
    return "<time datetime=\"" + day + "\">" + DAY.format(day) + "</time>";
  }

  /** The days of a conference, as HTML; empty if it says none. */
  public static String days(@Nullable LocalDate start, @Nullable LocalDate end) {
    if (start == null || end == null || start.equals(end)) {
      LocalDate only = start == null ? end : start;
      return only == null ? "" : day(only);
    }
    String first = (start.getYear() == end.getYear() ? DAY_OF_YEAR : DAY).format(start);
    return "<time datetime=\"" + start + "\">" + first + "</time> – " + day(end);
  }

  /** A day and a time of day, as text. */
  static String time(LocalDateTime time) {
    return TIME.format(time);
  }

  /** A verdict; null: none yet. */
  public static @Nullable Badge badge(@Nullable Verdict verdict) {
    if (verdict == null) {
      return null;
    }
    return new Badge(
        verdict.word(),
        switch (verdict) {
          case BEST -> "Best";
          case WORTH_WATCHING -> "Worth watching";
          case WATCHED -> "Watched";
          case SKIP -> "Skip";
        });
  }

  /** The address of an author's page. */
  public static String author(String author) {
    return "/authors/" + Escape.segment(author);
  }

  /** Whether a URL leads to the web or to a mailbox, and so may be a link on a page. */
  static boolean isLink(@Nullable String url) {
    if (url == null) {
      return false;
    }
    String lower = url.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("mailto:");
  }
}
