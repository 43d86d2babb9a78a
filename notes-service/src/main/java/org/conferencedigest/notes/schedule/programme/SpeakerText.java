package org.conferencedigest.notes.schedule.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Reads a speaker who is written as one text. The text is kept beside what is read out of it.
 *
 * <p>Read are {@code Name (Affiliation)}, {@code Name (Role, Affiliation)}, {@code Name,
 * Affiliation} and {@code Name, Role, Affiliation}, also with {@code Role at Affiliation}.
 * Nicknames and pronouns in parentheses are no affiliation, and a degree after a comma belongs to
 * the name.
 */
public final class SpeakerText {

  private static final Pattern PARENTHESES =
      Pattern.compile("(.{2,}?)\\s*[(\\[]([^()\\[\\]]+)[)\\]]");
  private static final Pattern NO_AFFILIATION =
      Pattern.compile(
          "[\"'“”„‘’@].*|(?:she|he|they|xe|ze|any)(?:\\s*/\\s*\\p{L}+)+|any pronouns|remote|online");
  private static final Pattern DEGREE =
      Pattern.compile("(?:Ph\\.?\\s?D|M\\.?D|MBA|M\\.?Sc|B\\.?Sc|Jr|Sr|II|III|IV|Esq|CISSP)\\.?");
  private static final Pattern ROLE_AT = Pattern.compile("(.+?)\\s+(?:at|@|bei|chez)\\s+(.+)");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private SpeakerText() {}

  /** The speaker of a text, which is one line and not empty. */
  public static Speaker read(String text) {
    return read(text, null, null);
  }

  /**
   * The same, where more is known than the text.
   *
   * @param role what is known of it; then it is not read out of the text
   * @param link the speaker's page
   */
  public static Speaker read(String text, @Nullable String role, @Nullable String link) {
    Matcher parentheses = PARENTHESES.matcher(text);
    if (parentheses.matches()) {
      String inside = parentheses.group(2).strip();
      if (!inside.isEmpty() && !NO_AFFILIATION.matcher(inside.toLowerCase(Locale.ROOT)).matches()) {
        return speaker(parentheses.group(1), List.of(COMMA.split(inside)), role, link, text);
      }
      return new Speaker(text, role, null, link, text);
    }
    List<String> parts = new ArrayList<>(List.of(COMMA.split(text.strip())));
    String name = parts.removeFirst();
    while (!parts.isEmpty() && DEGREE.matcher(parts.getFirst()).matches()) {
      name += ", " + parts.removeFirst();
    }
    // One word before a comma is no name: it is "Surname, Given name".
    if (parts.isEmpty() || !name.contains(" ") || parts.size() > 3) {
      return new Speaker(text, role, null, link, text);
    }
    return speaker(name, parts, role, link, text);
  }

  private static Speaker speaker(
      String name, List<String> parts, @Nullable String role, @Nullable String link, String text) {
    String last = parts.getLast();
    Matcher roleAt = ROLE_AT.matcher(last);
    if (parts.size() == 1 && roleAt.matches()) {
      return of(name, role == null ? roleAt.group(1) : role, roleAt.group(2), link, text);
    }
    String before = String.join(", ", parts.subList(0, parts.size() - 1));
    return of(name, role != null || before.isEmpty() ? role : before, last, link, text);
  }

  private static Speaker of(
      String name,
      @Nullable String role,
      @Nullable String affiliation,
      @Nullable String link,
      String text) {
    return new Speaker(name.strip(), role, affiliation, link, text);
  }
}
