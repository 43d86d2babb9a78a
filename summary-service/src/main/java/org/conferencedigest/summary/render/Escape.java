package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Puts text where something else would be read. */
final class Escape {

  private static final String UNRESERVED = "-._~!$'*+,;=:@";

  private Escape() {}

  /** As text in HTML, or in a quoted attribute. */
  static String html(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    html(text, escaped);
    return escaped.toString();
  }

  static void html(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          if (isShown(text, i)) {
            out.append(c);
          } else {
            out.append('\uFFFD');
          }
        }
      }
    }
  }

  /** Whether HTML may hold it: no control characters, no half of a pair. */
  private static boolean isShown(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return (c >= ' ' && c != 0x7F && c != 0xFFFE && c != 0xFFFF)
        || c == '\n'
        || c == '\t'
        || c == '\r';
  }

  /** As one segment of a path, or a fragment, of a URL (RFC 3986): percent-encoded UTF-8. */
  static String inPath(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xFF);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || UNRESERVED.indexOf(c) >= 0) {
        encoded.append(c);
      } else if (c == '%') {
        // Anchors are often encoded already.
        encoded.append(c);
      } else {
        encoded.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return encoded.toString();
  }

  /** As one segment of a path, whatever it is. */
  static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }
}
