package org.conferencedigest.summary.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Players that a page may open, when a reader asks for it and not before. The gateway's
 * Content-Security-Policy names the same hosts.
 */
final class Player {

  private static final Pattern YOUTUBE =
      Pattern.compile(
          "https?://(?:(?:www\\.|m\\.)?youtube\\.com/(?:watch\\?(?:[^#]*&)?v=|live/|embed/)|youtu\\.be/)"
              + "([A-Za-z0-9_-]{11})(?:[?&#].*)?");
  private static final Pattern VIMEO =
      Pattern.compile("https?://(?:www\\.)?vimeo\\.com/(\\d{1,12})(?:[?#/].*)?");

  private Player() {}

  /** The player of a recording, on a host that sets no cookies for it; null: none is known. */
  static @Nullable String of(String url) {
    Matcher youtube = YOUTUBE.matcher(url);
    if (youtube.matches()) {
      return "https://www.youtube-nocookie.com/embed/" + youtube.group(1) + "?autoplay=1";
    }
    Matcher vimeo = VIMEO.matcher(url);
    return vimeo.matches()
        ? "https://player.vimeo.com/video/" + vimeo.group(1) + "?dnt=1&autoplay=1"
        : null;
  }
}
