package org.conferencedigest.notes.schedule.programme;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Titles that name who speaks. */
final class TitleWithName {

  private static final Pattern AFTER =
      Pattern.compile(
          "(?:\\s*[,:|/–—-]+)?\\s+(?:by|von|par)\\s+$|\\s+[|/–—-]+\\s+$|\\s*\\(\\s*(?:by\\s+)?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE = Pattern.compile("^\\s*(?::|[|/–—-]+\\s)\\s*");

  private TitleWithName() {}

  /**
   * The title without a name at its end or its beginning, which something sets apart.
   *
   * @return empty if the title does not name it so, or nothing else is left
   */
  static Optional<String> without(String title, String name) {
    String lower = title.toLowerCase(Locale.ROOT);
    String lowerName = name.toLowerCase(Locale.ROOT);
    if (lower.length() != title.length()) {
      return Optional.empty(); // a letter that is two in lower case
    }
    String trimmed = lower.endsWith(")") ? lower.substring(0, lower.length() - 1) : lower;
    if (trimmed.endsWith(lowerName)) {
      String before = title.substring(0, trimmed.length() - lowerName.length());
      var set = AFTER.matcher(before);
      if (set.find() && (lower.endsWith(")") == set.group().contains("("))) {
        return something(before.substring(0, set.start()));
      }
    }
    if (lower.startsWith(lowerName)) {
      String after = title.substring(lowerName.length());
      var set = BEFORE.matcher(after);
      if (set.find()) {
        return something(after.substring(set.end()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> something(String rest) {
    return Optional.of(rest.strip()).filter(words -> !words.isEmpty());
  }
}
