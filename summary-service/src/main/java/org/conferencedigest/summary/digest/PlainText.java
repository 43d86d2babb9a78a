package org.conferencedigest.summary.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that is no Markdown, such as titles and names. */
public final class PlainText {

  /** What Markdown, or Hugo before it, would not take as it stands. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[\\\\`*\\[\\]]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|<(?=[\\p{L}/!?])"
              + "|&(?=#|\\w{1,40};)|~(?=~)|(?<=\\{)[{%<]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private PlainText() {}

  /** Markdown that shows just this text, on one line. */
  public static String asMarkdown(String text) {
    return SPECIAL
        .matcher(onOneLine(text))
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  /** The text with single spaces for all runs of white space and control characters. */
  public static String onOneLine(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
