package org.conferencedigest.events.outline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows fenced code blocks line by line (CommonMark 0.31.2, section 4.5). */
final class Fence {

  private static final Pattern MARK = Pattern.compile(" {0,3}(?<mark>`{3,}|~{3,})(?<info>.*)");

  private String open = "";

  /** Whether the next line stands in a fenced code block, its first and last lines included. */
  boolean isInside(String line) {
    Matcher matcher = MARK.matcher(line);
    if (!matcher.matches()) {
      return !open.isEmpty();
    }
    String mark = matcher.group("mark");
    String info = matcher.group("info");
    if (open.isEmpty()) {
      // "Info strings for backtick code blocks cannot contain backticks."
      if (mark.startsWith("~") || info.indexOf('`') < 0) {
        open = mark;
        return true;
      }
      return false;
    }
    if (mark.startsWith(open) && info.isBlank()) {
      open = "";
    }
    return true;
  }
}
