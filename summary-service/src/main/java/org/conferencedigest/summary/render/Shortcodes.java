package org.conferencedigest.summary.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hugo's shortcodes, which nothing but Hugo understands. They are taken out wherever they stand, as
 * Hugo itself finds them even in code; what stands between an opening and a closing one remains.
 * Those that show a picture or a film of the web become just that.
 */
final class Shortcodes {

  /**
   * A shortcode is no longer than this; what seems to be is text. Bounds the search for its end.
   */
  private static final int LONGEST = 1_000;

  private static final Pattern EXAMPLE = Pattern.compile("\\s*/\\*(.*)\\*/\\s*", Pattern.DOTALL);
  private static final Pattern FILM =
      Pattern.compile(
          "\\s*(youtube|vimeo)\\s+(?:id=)?\"?([\\w-]{1,40})\"?(?:\\s.*)?", Pattern.DOTALL);
  private static final Pattern FIGURE = Pattern.compile("\\s*figure\\s.*", Pattern.DOTALL);
  private static final Pattern OPTION =
      Pattern.compile("\\b(src|alt|caption|title)=\"([^\"\\n]{0,2000})\"");
  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>()\"]+");

  private Shortcodes() {}

  /** The text without shortcodes. */
  static String strip(String markdown) {
    int start = opening(markdown, 0);
    if (start < 0) {
      return markdown;
    }
    StringBuilder text = new StringBuilder(markdown.length());
    int from = 0;
    int nextEnd = -1;
    while (start >= 0) {
      if (nextEnd < start) {
        nextEnd = markdown.indexOf("}}", start);
        if (nextEnd < 0) {
          break;
        }
      }
      int end = nextEnd - start > LONGEST ? -1 : closing(markdown, start);
      if (end >= 0) {
        text.append(markdown, from, start).append(wording(markdown.substring(start, end)));
        from = end;
      }
      start = opening(markdown, end >= 0 ? end : start + 3);
    }
    return text.append(markdown, from, markdown.length()).toString();
  }

  private static int opening(String markdown, int from) {
    int start = markdown.indexOf("{{", from);
    while (start >= 0
        && !markdown.startsWith("<", start + 2)
        && !markdown.startsWith("%", start + 2)) {
      start = markdown.indexOf("{{", start + 1);
    }
    return start;
  }

  /** Behind the end of the shortcode that begins there; -1 if it does not end. */
  private static int closing(String markdown, int start) {
    String end = markdown.charAt(start + 2) == '<' ? ">}}" : "%}}";
    int last = Math.min(markdown.length(), start + LONGEST);
    char quote = 0;
    for (int i = start + 3; i < last; i++) {
      char c = markdown.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote == '"') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '`') {
        quote = c;
      } else if (c == end.charAt(0) && markdown.startsWith(end, i)) {
        return i + end.length();
      }
    }
    return -1;
  }

  private static String wording(String shortcode) {
    String inner = shortcode.substring(3, shortcode.length() - 3);
    Matcher example = EXAMPLE.matcher(inner);
    if (example.matches()) {
      return shortcode.substring(0, 3)
          + example.group(1)
          + shortcode.substring(shortcode.length() - 3);
    }
    Matcher film = FILM.matcher(inner);
    if (film.matches()) {
      return film.group(1).equals("youtube")
          ? "<https://www.youtube.com/watch?v=" + film.group(2) + ">"
          : "<https://vimeo.com/" + film.group(2) + ">";
    }
    return FIGURE.matcher(inner).matches() ? figure(inner) : "";
  }

  private static String figure(String options) {
    String source = "";
    String words = "";
    Matcher option = OPTION.matcher(options);
    while (option.find()) {
      if (option.group(1).equals("src")) {
        source = option.group(2);
      } else if (words.isEmpty()) {
        words = option.group(2);
      }
    }
    return WEB.matcher(source).matches()
        ? "![" + words.replaceAll("[\\[\\]]", "") + "](" + source + ")"
        : words;
  }
}
