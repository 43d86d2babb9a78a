package org.conferencedigest.notes.schedule.programme;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts by their length in UTF-8. */
final class Utf8Length {

  private Utf8Length() {}

  /** The text, or as much of its beginning as fits, whole characters. */
  static String cut(String text, int bytes) {
    byte[] all = text.getBytes(UTF_8);
    if (all.length <= bytes) {
      return text;
    }
    int end = bytes;
    while (end > 0 && (all[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(all, 0, end, UTF_8).strip();
  }
}
