package org.conferencedigest.notes.frontmatter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as an author wrote it, with the precision the author gave it.
 *
 * @param text an ISO 8601 date, local date-time, or date-time with offset
 */
public record WrittenDate(String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<date>\\d{4}-\\d\\d-\\d\\d)"
              + "(?:[Tt ](?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + "(?: ?(?<offset>[Zz]|[+-]\\d\\d:?\\d\\d))?)?");

  /**
   * The date that a text writes: ISO 8601, or with a space before the time and the offset, as Hugo
   * and Jekyll take it, too.
   */
  public static Optional<WrittenDate> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String iso = matcher.group("date");
    if (matcher.group("time") != null) {
      iso += "T" + matcher.group("time");
    }
    if (matcher.group("offset") != null) {
      iso += offset(matcher.group("offset"));
    }
    WrittenDate date = new WrittenDate(iso);
    return date.isReal() ? Optional.of(date) : Optional.empty();
  }

  private static String offset(String written) {
    if (written.equalsIgnoreCase("z")) {
      return "Z";
    }
    return written.length() == 5 ? written.substring(0, 3) + ":" + written.substring(3) : written;
  }

  /** The day, in that zone if the author gave an offset, else as it stands. */
  public LocalDate day(ZoneId zone) {
    if (text.length() == 10) {
      return LocalDate.parse(text);
    }
    return hasOffset()
        ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
        : LocalDateTime.parse(text).toLocalDate();
  }

  /** This date in the form that every TOML reader takes: a time has seconds. */
  String withSeconds() {
    int time = text.indexOf('T') + 1;
    return time == 0 || text.startsWith(":", time + 5)
        ? text
        : text.substring(0, time + 5) + ":00" + text.substring(time + 5);
  }

  private boolean hasOffset() {
    return text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
  }

  private boolean isReal() {
    try {
      LocalDate day = day(ZoneId.of("UTC"));
      return day.getYear() >= 1;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
