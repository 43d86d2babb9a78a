package org.conferencedigest.gateway.digestcache;

import org.jspecify.annotations.Nullable;

/** Reads {@code If-None-Match} (RFC 9110, section 13.1.2). */
final class Conditions {

  private Conditions() {}

  /**
   * Whether a client has this copy already, in whichever coding. {@code If-Modified-Since} is not
   * looked at: two revisions may be of one second, and a digest is never older than it looks.
   */
  static boolean isHeldBy(@Nullable String ifNoneMatch, Copy copy) {
    if (ifNoneMatch == null) {
      return false;
    }
    if (ifNoneMatch.strip().equals("*")) {
      return true;
    }
    int start = 0;
    while (true) {
      int open = ifNoneMatch.indexOf('"', start);
      int close = open < 0 ? -1 : ifNoneMatch.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      if (copy.isTagged(ifNoneMatch.substring(open + 1, close))) {
        return true;
      }
      start = close + 1;
    }
  }
}
