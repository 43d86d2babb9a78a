package org.conferencedigest.gateway.route;

import java.util.List;

/**
 * A pattern of paths: segments between slashes. {@code *} at the end of a segment stands for any
 * rest of that segment, {@code **} as the last segment for any rest of the path, none included.
 */
final class PathPattern {

  private static final String REST = "**";

  private final List<String> segments;

  PathPattern(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("a path pattern begins with a slash: " + text);
    }
    this.segments = List.of(text.substring(1).split("/", -1));
    if (segments.indexOf(REST) >= 0 && segments.indexOf(REST) < segments.size() - 1) {
      throw new IllegalArgumentException("** is only possible at the end: " + text);
    }
  }

  boolean matches(String path) {
    int start = 1;
    for (String segment : segments) {
      if (segment.equals(REST)) {
        return true;
      }
      if (start > path.length()) {
        return false;
      }
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (!matches(segment, path, start, end)) {
        return false;
      }
      start = end + 1;
    }
    return start > path.length();
  }

  private static boolean matches(String segment, String path, int start, int end) {
    int length = segment.length();
    if (length > 0 && segment.charAt(length - 1) == '*') {
      int fixed = length - 1;
      // A lone * stands for something, not for nothing.
      return end - start >= Math.max(fixed, 1) && path.regionMatches(start, segment, 0, fixed);
    }
    return end - start == length && path.regionMatches(start, segment, 0, length);
  }
}
