package org.conferencedigest.summary.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Hugo's own shortcodes mean, in Markdown. */
final class ShortcodeMeaning {

  private static final Pattern EXAMPLE = Pattern.compile("\\s*/\\*(.*)\\*/\\s*", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\s*(/?\\s{0,9}[\\w-]{1,100})\\s*");
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:(\\w{1,40})\\s{0,9}=\\s{0,9})?(?:\"([^\"]*)\"|`([^`]*)`|([^\\s\"`=]+))");
  private static final Pattern WORD = Pattern.compile("[\\w.-]{1,100}");
  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>()\"]+");

  private ShortcodeMeaning() {}

  /**
   * The meaning of a shortcode.
   *
   * @param atLineStart whether nothing stands before it on its line
   * @return null if Markdown has no words for it
   */
  static @Nullable String of(String shortcode, String inner, boolean atLineStart) {
    Matcher example = EXAMPLE.matcher(inner);
    if (example.matches()) {
      return shortcode.substring(0, 3)
          + example.group(1)
          + shortcode.substring(shortcode.length() - 3);
    }
    Matcher name = NAME.matcher(inner);
    if (!name.lookingAt()) {
      return null;
    }
    Map<String, String> arguments = arguments(inner.substring(name.end()));
    return switch (name.group(1)) {
      case "youtube" -> page("https://www.youtube.com/watch?v=", arguments, "id", "0");
      case "vimeo" -> page("https://vimeo.com/", arguments, "id", "0");
      case "instagram" -> page("https://www.instagram.com/p/", arguments, "id", "0");
      case "tweet", "twitter", "x" -> tweet(arguments);
      case "gist" -> gist(arguments);
      case "figure" -> figure(arguments);
      case "highlight" -> atLineStart ? "~~~" + language(arguments) : null;
      case "/highlight" -> atLineStart ? "~~~" : null;
      default -> null;
    };
  }

  /** By name, or by number from 0. */
  private static Map<String, String> arguments(String text) {
    Map<String, String> arguments = new LinkedHashMap<>();
    Matcher argument = ARGUMENT.matcher(text);
    int number = 0;
    while (argument.find()) {
      String value =
          argument.group(2) != null
              ? argument.group(2)
              : argument.group(3) != null ? argument.group(3) : argument.group(4);
      String key = argument.group(1);
      arguments.putIfAbsent(key == null ? String.valueOf(number++) : key, value);
    }
    return arguments;
  }

  /** The first of these arguments that is one word; empty if there is none. */
  private static String word(Map<String, String> arguments, String... keys) {
    for (String key : keys) {
      String value = arguments.get(key);
      if (value != null && WORD.matcher(value).matches()) {
        return value;
      }
    }
    return "";
  }

  private static @Nullable String page(
      String address, Map<String, String> arguments, String... keys) {
    String id = word(arguments, keys);
    return id.isEmpty() ? null : "<" + address + id + ">";
  }

  private static @Nullable String tweet(Map<String, String> arguments) {
    String user = word(arguments, "user");
    return page(
        "https://twitter.com/" + (user.isEmpty() ? "i/web" : user) + "/status/",
        arguments,
        "id",
        "0");
  }

  private static @Nullable String gist(Map<String, String> arguments) {
    String user = word(arguments, "0");
    return user.isEmpty() ? null : page("https://gist.github.com/" + user + "/", arguments, "1");
  }

  private static String language(Map<String, String> arguments) {
    return word(arguments, "0", "lang");
  }

  /** A picture of the web; of one that is elsewhere, its words. */
  private static @Nullable String figure(Map<String, String> arguments) {
    String source = arguments.getOrDefault("src", arguments.getOrDefault("0", ""));
    String words = "";
    for (String key : new String[] {"alt", "caption", "title"}) {
      words = words.isBlank() ? arguments.getOrDefault(key, "") : words;
    }
    words = words.replaceAll("\\s+", " ").strip();
    if (WEB.matcher(source).matches()) {
      return "![" + words.replaceAll("[\\[\\]]", "") + "](" + source + ")";
    }
    return words.isEmpty() ? null : words;
  }
}
