package org.conferencedigest.notes.recognition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.TalkLink;
import org.jspecify.annotations.Nullable;

/** Tells what of a talk a link leads to. */
final class TalkLinks {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_LABEL = 200;

  /** How much of a block is searched for films, in characters. */
  private static final int LONGEST_SOURCE = 4_000;

  private static final Pattern RECORDING =
      Pattern.compile(
          "(?:www\\.|m\\.)?youtube(?:-nocookie)?\\.com/(?:watch|embed|v|live|shorts)\\b.*|youtu\\.be/[\\w-]{6,}.*"
              + "|(?:player\\.|www\\.)?vimeo\\.com/(?:video/)?(?:[\\w/]+/)?\\d+.*|media\\.ccc\\.de/v/.*"
              + "|(?:www\\.)?infoq\\.com/(?:[\\w-]+/)?presentations/.*|(?:www\\.)?bilibili\\.com/video/.*"
              + "|(?:www\\.)?nicovideo\\.jp/watch/.*|(?:www\\.)?dailymotion\\.com/video/.*"
              + "|video\\.fosdem\\.org/.*|(?:www\\.)?twitch\\.tv/videos/.*|[^/]+/videos/watch/.*"
              + "|channel9\\.msdn\\.com/events/.*|skillsmatter\\.com/skillscasts/.*|pyvideo\\.org/.+/.+"
              + "|[^?#]*\\.(?:mp4|webm|m4v|mov)(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SLIDES =
      Pattern.compile(
          "(?:www\\.)?speakerdeck\\.com/[^/]+/.+|(?:[a-z]{2}\\.|www\\.)?slideshare\\.net/[^/]+/.+"
              + "|docs\\.google\\.com/presentation/.*|slides\\.com/[^/]+/.+|(?:[\\w-]+\\.)?noti\\.st/.+"
              + "|[^?#]*\\.(?:pptx?|odp|key)(?:[?#].*)?|[^?#]*/slides?/.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_LABEL =
      Words.pattern(
          "link|here|this|url|ici|lien|hier|aquí|enlace|aqui|qui|こちら|リンク|这里|여기|здесь|ссылка|هنا|כאן|⏩.{0,10}");

  /** An embedded film: raw HTML, a shortcode of Hugo, a tag of Liquid. */
  private static final Pattern EMBED =
      Pattern.compile(
          "(?:youtube(?:-nocookie)?\\.com/embed/|\\{\\{[<%]\\s{0,9}youtube\\s{1,9}(?:id=)?\"?"
              + "|\\{%\\s{0,9}(?:include\\s{1,9})?youtube[\\w./-]{0,30}\\s{1,9}(?:id=)?\"?(?!https?:))(?<youtube>[\\w-]{6,20})"
              + "|(?:player\\.vimeo\\.com/video/|\\{\\{[<%]\\s{0,9}vimeo\\s{1,9}(?:id=)?\"?"
              + "|\\{%\\s{0,9}(?:include\\s{1,9})?vimeo[\\w./-]{0,30}\\s{1,9}(?:id=)?\"?)(?<vimeo>\\d{5,12})"
              + "|\\{%\\s{0,9}(?:include\\s{1,9})?(?:youtube|video|embed|vimeo)[\\w./-]{0,30}\\s{1,9}(?:\\w+=)?\"?(?<url>https?://[^\\s\"%}]{5,500})");

  private final Map<String, TalkLink> found = new LinkedHashMap<>();

  /** Whether an address of the web can be kept. */
  static boolean isAddress(String url) {
    if (url.length() > LONGEST || !(url.startsWith("http://") || url.startsWith("https://"))) {
      return false;
    }
    try {
      return new URI(url).getRawAuthority() != null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  static boolean isRecording(String url) {
    return RECORDING.matcher(withoutScheme(url)).matches();
  }

  /** What a link leads to, by its address, its label, and the words before it. */
  static LinkKind kind(String url, String label, String before) {
    String place = withoutScheme(url);
    boolean speaks = !NO_LABEL.matcher(label.strip()).matches() && !label.isBlank();
    String words = speaks ? label : before;
    if (RECORDING.matcher(place).matches()) {
      return LinkKind.RECORDING;
    }
    if (SLIDES.matcher(place).matches()) {
      return LinkKind.SLIDES;
    }
    if (words.length() > 60) {
      return LinkKind.OTHER;
    }
    if (Words.SLIDES.matcher(words).find()) {
      return LinkKind.SLIDES;
    }
    if (Words.RECORDING.matcher(words).find() && !isChannel(place)) {
      return LinkKind.RECORDING;
    }
    if (Words.PAPER.matcher(words).find()) {
      return LinkKind.PAPER;
    }
    return Words.CODE.matcher(words).find() ? LinkKind.CODE : LinkKind.OTHER;
  }

  private static boolean isChannel(String place) {
    return place.matches(
        "(?:www\\.)?youtube\\.com(?:/(?:user|channel|c|playlist|@).*)?/?|(?:www\\.)?vimeo\\.com/[^/]*/?");
  }

  private static String withoutScheme(String url) {
    return url.replaceFirst("^https?://", "");
  }

  /** The kind of a link in a phrase. */
  static LinkKind kind(Phrase phrase, Phrase.Mark link) {
    int line = phrase.words().lastIndexOf('\n', link.from() - 1) + 1;
    int from = Math.max(line, link.from() - 24);
    String before = phrase.words().substring(from, link.from());
    return kind(link.url(), phrase.in(link), before);
  }

  /** Whether it belongs to talks, and to little else. */
  static boolean isOfTalk(LinkKind kind) {
    return kind == LinkKind.RECORDING || kind == LinkKind.SLIDES;
  }

  /** The films that a block of a text embeds, near its beginning. */
  static List<String> embedded(Node block, String text) {
    List<String> films = new ArrayList<>();
    Matcher embed = EMBED.matcher(sourceOf(block, text));
    while (embed.find()) {
      if (embed.group("youtube") != null) {
        films.add("https://www.youtube.com/watch?v=" + embed.group("youtube"));
      } else if (embed.group("vimeo") != null) {
        films.add("https://vimeo.com/" + embed.group("vimeo"));
      } else if (isRecording(embed.group("url"))) {
        films.add(embed.group("url"));
      }
    }
    return films;
  }

  private static String sourceOf(Node block, String text) {
    var spans = block.getSourceSpans();
    if (spans.isEmpty()) {
      return "";
    }
    int from = spans.getFirst().getInputIndex();
    int to = spans.getLast().getInputIndex() + spans.getLast().getLength();
    return text.substring(from, Math.min(to, from + LONGEST_SOURCE));
  }

  void add(LinkKind kind, String url, @Nullable String label) {
    if (isAddress(url) && found.size() < 20) {
      boolean says = label != null && !label.isBlank() && label.length() <= LONGEST_LABEL;
      found.putIfAbsent(url, new TalkLink(kind, url, says ? label : null));
    }
  }

  boolean has(LinkKind kind) {
    return found.values().stream().anyMatch(link -> link.kind() == kind);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<TalkLink> all() {
    return List.copyOf(found.values());
  }
}
