package org.conferencedigest.summary.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.summary.digest.PlainText;

/** The words of safe HTML, as {@link SafeHtml} writes it. */
final class HtmlText {

  private static final Pattern TAG = Pattern.compile("</?([a-z0-9]+)[^>]*>");
  private static final Pattern INLINE =
      Pattern.compile(
          "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strike|strong"
              + "|sub|sup|time|u|var|wbr");

  private HtmlText() {}

  /** On one line; what stands in blocks of its own is told apart by a space. */
  static String of(String html) {
    Matcher tags = TAG.matcher(html);
    StringBuilder text = new StringBuilder(html.length());
    int from = 0;
    while (tags.find()) {
      text.append(html, from, tags.start());
      if (!INLINE.matcher(tags.group(1)).matches()) {
        text.append(' ');
      }
      from = tags.end();
    }
    text.append(html, from, html.length());
    return PlainText.onOneLine(
        text.toString()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"));
  }

  /** The beginning of a text, cut between words if it is longer. */
  static String beginning(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    int end = text.offsetByCodePoints(0, longest - 1);
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > end / 2 ? space : end) + "…";
  }
}
