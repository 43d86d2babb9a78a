package org.conferencedigest.notes.schedule.programme;

import java.util.Locale;
import java.util.regex.Pattern;
import org.conferencedigest.events.LinkKind;
import org.jspecify.annotations.Nullable;

/** Tells what a link leads to: by what the programme says, by its label, by its address. */
final class LinkKinds {

  private static final Pattern RECORDING_LABEL =
      Pattern.compile(
          "(?:watch |the )*(?:videos?|recordings?|aufzeichnung)(?: of .*| ?\\(.*\\))?"
              + "|.*\\b(?:video recording|recording of (?:the|this) talk)\\b.*");
  private static final Pattern RECORDING_ADDRESS =
      Pattern.compile(
          "https?://(?:[^/]*\\.)?(?:youtube\\.com/(?:watch|embed|live|playlist)|youtu\\.be/\\w"
              + "|vimeo\\.com/\\d|media\\.ccc\\.de/v/|video\\.fosdem\\.org/"
              + "|peertube\\.[^/]+/w/).*|https?://[^?#]*\\.(?:mp4|webm|ogv|m4v|mkv)(?:[?#].*)?");
  private static final Pattern SLIDES_LABEL =
      Pattern.compile("(?:.*\\b)?(?:slides|slide ?deck|folien)(?:\\b.*)?|presentation|slide");
  private static final Pattern SLIDES_ADDRESS =
      Pattern.compile(
          "https?://(?:[^/]*\\.)?(?:speakerdeck\\.com|slideshare\\.net|slides\\.com)/.+"
              + "|https?://[^?#]*\\.(?:pptx?|odp|key)(?:[?#].*)?");
  private static final Pattern PAPER_LABEL = Pattern.compile("(?:.*\\b)?(?:papers?)(?:\\b.*)?");
  private static final Pattern PAPER_ADDRESS =
      Pattern.compile("https?://(?:[^/]*\\.)?(?:arxiv\\.org|doi\\.org|dl\\.acm\\.org)/.+");
  private static final Pattern CODE_LABEL =
      Pattern.compile("(?:.*\\b)?(?:source code|repository|repo|github)(?:\\b.*)?");
  private static final Pattern CODE_ADDRESS =
      Pattern.compile(
          "https?://(?:[^/]*\\.)?(?:github\\.com|gitlab\\.[^/]+|codeberg\\.org|bitbucket\\.org"
              + "|sr\\.ht)/.+");

  private LinkKinds() {}

  /**
   * The kind of a link.
   *
   * @param type what the programme calls it, such as {@code slides}
   */
  static LinkKind of(@Nullable String type, @Nullable String label, String url) {
    LinkKind byType = byWords(type);
    if (byType != LinkKind.OTHER) {
      return byType;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    if (RECORDING_ADDRESS.matcher(lower).matches()) {
      return LinkKind.RECORDING;
    }
    if (SLIDES_ADDRESS.matcher(lower).matches()) {
      return LinkKind.SLIDES;
    }
    LinkKind byLabel = byWords(label);
    if (byLabel != LinkKind.OTHER) {
      return byLabel;
    }
    return PAPER_ADDRESS.matcher(lower).matches()
        ? LinkKind.PAPER
        : CODE_ADDRESS.matcher(lower).matches() ? LinkKind.CODE : LinkKind.OTHER;
  }

  private static LinkKind byWords(@Nullable String words) {
    String lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
    if (RECORDING_LABEL.matcher(lower).matches()) {
      return LinkKind.RECORDING;
    }
    if (SLIDES_LABEL.matcher(lower).matches()) {
      return LinkKind.SLIDES;
    }
    if (PAPER_LABEL.matcher(lower).matches()) {
      return LinkKind.PAPER;
    }
    return CODE_LABEL.matcher(lower).matches() ? LinkKind.CODE : LinkKind.OTHER;
  }
}
