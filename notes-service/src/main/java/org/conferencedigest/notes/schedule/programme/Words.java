package org.conferencedigest.notes.schedule.programme;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Texts as strangers' programs write them, made such as can be kept. */
public final class Words {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");
  private static final Pattern ESCAPED =
      Pattern.compile("&(?:amp|quot|lt|gt|apos|nbsp|#\\d{1,6}|#x[0-9a-fA-F]{1,5});");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

  private Words() {}

  /** One line, without what is not seen; null if nothing is left. */
  public static @Nullable String line(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String line = SPACE.matcher(unescaped(wellFormed(text))).replaceAll(" ").strip();
    return line.isEmpty() ? null : line;
  }

  /** Lines with plain ends, without what is not seen; null if nothing is left. */
  public static @Nullable String lines(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String lines = wellFormed(text).replace("\r\n", "\n").replace('\r', '\n').strip();
    return lines.isEmpty() ? null : lines;
  }

  /** At most so many characters, and no half of one. */
  public static String cut(String text, int characters) {
    int end = Math.min(text.length(), characters);
    return end < text.length() && Character.isLowSurrogate(text.charAt(end))
        ? text.substring(0, end - 1)
        : text.substring(0, end);
  }

  /** What was escaped for HTML once too often. */
  private static String unescaped(String text) {
    return ESCAPED.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
  }

  /** PostgreSQL's text cannot hold NUL, and UTF-8 no half of a character. */
  private static String wellFormed(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                whole.appendCodePoint(
                    c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c));
    return UNSEEN.matcher(whole).replaceAll("");
  }
}
