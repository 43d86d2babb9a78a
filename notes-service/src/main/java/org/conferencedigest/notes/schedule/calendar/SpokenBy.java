package org.conferencedigest.notes.schedule.calendar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, in a format that has no word for it: a line of the description says so, or the title
 * does.
 *
 * @param title without the names, if that is where they were and the calendar's maker puts them
 * @param description without the line
 */
record SpokenBy(
    List<String> names, @Nullable String title, @Nullable String description, boolean fromTitle) {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:\\A|\\n)[ \\t]*(speakers?|presenters?|presented by|referent(?:en|in)?|by)(?:\\(s\\))?[ \\t]*:[ \\t]*(\\S[^\\n]*)(?:\\n|\\z)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AND =
      Pattern.compile("\\s*(?:;|&|\\band\\b|\\bund\\b|\\bet\\b)\\s*");
  private static final Pattern COMMA =
      Pattern.compile("\\s*(?:,|;|&|\\band\\b|\\bund\\b|\\bet\\b)\\s*");

  /** Two to four words that begin as names do. */
  private static final String NAME =
      "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:van|von|de|del|der|den|di|da|la|le|bin|al|el)\\s+)*\\p{Lu}[\\p{L}.'’-]*){1,3}";

  private static final Pattern BY = Pattern.compile(".{3,}?,?\\s+by\\s+(" + NAME + ")\\s*");
  private static final Pattern PRETALX =
      Pattern.compile(
          "(.{2,})\\s+-\\s+((?:[\\p{L}\\p{N}][^,.!?:]{0,60})(?:,\\s*[\\p{L}\\p{N}][^,.!?:]{0,60})*)");

  /**
   * Who speaks in an event.
   *
   * @param isOfPretalx whether the calendar is made by pretalx, which ends a title with the names
   */
  static SpokenBy of(@Nullable String title, @Nullable String description, boolean isOfPretalx) {
    Matcher line = LINE.matcher(description == null ? "" : description);
    if (description != null && line.find()) {
      String rest =
          description.substring(0, line.start()) + "\n" + description.substring(line.end());
      boolean many = line.group(1).toLowerCase(java.util.Locale.ROOT).endsWith("s");
      return new SpokenBy(split(line.group(2), many ? COMMA : AND), title, rest.strip(), false);
    }
    if (title == null) {
      return new SpokenBy(List.of(), null, description, false);
    }
    Matcher pretalx = PRETALX.matcher(title.strip());
    if (isOfPretalx && pretalx.matches()) {
      return new SpokenBy(split(pretalx.group(2), COMMA), pretalx.group(1), description, true);
    }
    return Optional.of(BY.matcher(title))
        .filter(Matcher::matches)
        .map(by -> new SpokenBy(List.of(by.group(1)), title, description, true))
        .orElse(new SpokenBy(List.of(), title, description, false));
  }

  private static List<String> split(String names, Pattern at) {
    return Stream.of(at.split(names.strip())).filter(name -> !name.isBlank()).toList();
  }
}
