package org.conferencedigest.summary.render;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/**
 * The front matter of a digest as a post of a Jekyll site. What is in YAML already stays as it is;
 * of another, what Jekyll knows is told in YAML.
 */
public final class JekyllFrontMatter {

  private static final Pattern YAML = Pattern.compile("\\A---[ \\t]*\\r?\\n");
  private static final Pattern LAYOUT = Pattern.compile("(?m)^[\"']?layout[\"']?[ \\t]*:");
  private static final Pattern OWN_KEY =
      Pattern.compile(
          "(?m)^[\"']?(?:layout|permalink|excerpt_separator|redirect_from)[\"']?[ \\t]*:");

  /** As Jekyll wants the files of its posts to be named. */
  private static final Pattern OWN_NAME = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}-.+");

  /** As YAML and Jekyll read it. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final Pattern TOML_DELIMITER = Pattern.compile("(?m)^\\+\\+\\+[ \\t]*\\r?$");

  /** Far beyond any front matter, and far from what ends the stack of any thread. */
  private static final int DEEPEST = 250;

  private JekyllFrontMatter() {}

  /** Whether the post was written for Jekyll. */
  static boolean isOwn(DigestDocument document) {
    String written = document.settings().frontMatter();
    return YAML.matcher(written).find()
        && (OWN_KEY.matcher(written).find()
            || OWN_NAME.matcher(document.settings().fileName()).matches());
  }

  /** The front matter with its delimiters and the line end after them. */
  static String of(DigestDocument document) {
    String written = document.settings().frontMatter();
    if (!YAML.matcher(written).find()) {
      return generated(document, written.startsWith("+++") ? toml(written) : null);
    }
    return isOwn(document) || LAYOUT.matcher(written).find()
        ? written
        : YAML.matcher(written).replaceFirst("$0layout: post\n");
  }

  /** Whether the front matter is TOML that its reader fails on, so that Jekyll gets none of it. */
  public static boolean isUnreadable(DigestDocument document) {
    String written = document.settings().frontMatter();
    return written.startsWith("+++") && toml(written) == null;
  }

  private static @Nullable TomlParseResult toml(String written) {
    String content = TOML_DELIMITER.matcher(written).replaceAll("");
    if (nesting(content) > DEEPEST) {
      return null;
    }
    try {
      TomlParseResult read = Toml.parse(content);
      return read.hasErrors() ? null : read;
    } catch (RuntimeException | StackOverflowError unforeseen) {
      // What the parser throws on texts its authors did not think of is not documented.
      return null;
    }
  }

  /** The most that may nest: brackets that are open, in strings or not, or the dots of a line. */
  private static int nesting(String toml) {
    int open = 0;
    int dots = 0;
    int deepest = 0;
    for (int i = 0; i < toml.length(); i++) {
      switch (toml.charAt(i)) {
        case '[', '{' -> open++;
        case ']', '}' -> open = Math.max(0, open - 1);
        case '.' -> dots++;
        case '\n' -> dots = 0;
        default -> {}
      }
      deepest = Math.max(deepest, Math.max(open, dots));
    }
    return deepest;
  }

  private static String generated(DigestDocument document, @Nullable TomlParseResult toml) {
    StringBuilder yaml = new StringBuilder("---\nlayout: post\n");
    yaml.append("title: ").append(Json.string(document.settings().title())).append('\n');
    Object date = toml == null || !toml.contains("date") ? null : toml.get("date");
    Temporal day = date instanceof Temporal given ? given : day(document);
    if (day != null && !(day instanceof LocalTime)) {
      yaml.append("date: ").append(moment(day)).append('\n');
    }
    if (toml != null) {
      for (String key : List.of("description", "author")) {
        if (toml.isString(key)) {
          yaml.append(key).append(": ").append(Json.string(toml.getString(key))).append('\n');
        }
      }
      for (String key : List.of("categories", "tags")) {
        if (toml.isArray(key)) {
          yaml.append(key).append(": ").append(list(toml.getArray(key))).append('\n');
        }
      }
    }
    return yaml.append("excerpt_separator: <!--more-->\n---\n").toString();
  }

  private static String list(@Nullable TomlArray array) {
    return (array == null ? Stream.<Object>of() : array.toList().stream())
        .filter(String.class::isInstance)
        .map(text -> Json.string((String) text))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String moment(Temporal date) {
    return switch (date) {
      case LocalDateTime local -> MOMENT.format(local);
      case OffsetDateTime moment ->
          MOMENT.format(moment) + " " + moment.getOffset().getId().replace("Z", "+00:00");
      default -> date.toString();
    };
  }

  /** The last day of the conference; else of its notes. */
  private static @Nullable LocalDate day(DigestDocument document) {
    LocalDate end = document.content().endDate();
    LocalDate start = document.content().startDate();
    return end != null
        ? end
        : start != null
            ? start
            : document.notes().stream()
                .map(DigestNote::ownDay)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
  }
}
