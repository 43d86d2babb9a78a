package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hugo's shortcodes, which nothing but Hugo understands. Those whose meaning can be said in
 * Markdown become just that; the others are taken out, wherever they stand, as Hugo itself finds
 * them even in code. What stands between an opening and a closing one remains.
 */
public final class Shortcodes {

  /**
   * A shortcode is no longer than this; what seems to be is text. Bounds the search for its end.
   */
  private static final int LONGEST = 1_000;

  private Shortcodes() {}

  /**
   * A shortcode as it stands in a text.
   *
   * @param start where it begins
   * @param inner what stands between its delimiters
   * @param meaning what it becomes; null: nothing can be said for it
   */
  public record Found(int start, int end, String inner, @Nullable String meaning) {

    /** What it is called, without the slash of a closing one. */
    public String name() {
      return inner.strip().replaceFirst("^/\\s*", "").split("[\\s/]", 2)[0];
    }

    /** Whether it ends what another one began. */
    public boolean isClosing() {
      return inner.strip().startsWith("/");
    }
  }

  /** The text without shortcodes. */
  static String strip(String markdown) {
    if (opening(markdown, 0) < 0) {
      return markdown;
    }
    StringBuilder text = new StringBuilder(markdown.length());
    int[] from = {0};
    scan(
        markdown,
        found -> {
          text.append(markdown, from[0], found.start());
          if (found.meaning() != null) {
            text.append(found.meaning());
          }
          from[0] = found.end();
        });
    return text.append(markdown, from[0], markdown.length()).toString();
  }

  /** The shortcodes of a text, in their order. */
  public static List<Found> in(String markdown) {
    List<Found> all = new ArrayList<>();
    scan(markdown, all::add);
    return all;
  }

  private static void scan(String markdown, Consumer<Found> each) {
    int start = opening(markdown, 0);
    int nextEnd = -1;
    while (start >= 0) {
      if (nextEnd < start) {
        nextEnd = markdown.indexOf("}}", start);
        if (nextEnd < 0) {
          return;
        }
      }
      int end = nextEnd - start > LONGEST ? -1 : closing(markdown, start);
      if (end >= 0) {
        String inner = markdown.substring(start + 3, end - 3);
        boolean atLineStart = start == 0 || markdown.charAt(start - 1) == '\n';
        each.accept(
            new Found(
                start,
                end,
                inner,
                ShortcodeMeaning.of(markdown.substring(start, end), inner, atLineStart)));
      }
      start = opening(markdown, end >= 0 ? end : start + 3);
    }
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
}
