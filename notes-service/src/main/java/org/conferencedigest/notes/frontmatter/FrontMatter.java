package org.conferencedigest.notes.frontmatter;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page's front matter: its bytes as they were written, and what they say. A front matter that
 * cannot be read keeps its bytes, says nothing, and has a {@link #problem()}.
 */
public final class FrontMatter {

  /** A page without front matter. */
  public static final FrontMatter NONE =
      new FrontMatter("", new Delimited(Format.NONE, 0, 0, 0), Map.of(), null);

  /** How long a front matter is read at the most, in characters. */
  public static final int LONGEST = 65_536;

  private static final Pattern KEY =
      Pattern.compile("(?m)^[ \\t]*+[\"']?+[\\p{L}_][\\w -]*+[\"']?+[ \\t]*+:");

  private final String raw;
  private final Delimited place;
  private final Map<String, Object> values;
  private final @Nullable FrontMatterProblem problem;

  private FrontMatter(
      String raw,
      Delimited place,
      Map<String, Object> values,
      @Nullable FrontMatterProblem problem) {
    this.raw = raw;
    this.place = place;
    this.values = values;
    this.problem = problem;
  }

  /** The front matter that a text begins with. */
  static FrontMatter startOf(String text) {
    Delimited place = Delimited.in(text);
    String raw = text.substring(0, place.end());
    if (place.format() == Format.NONE) {
      return new FrontMatter(raw, place, Map.of(), place.unclosed(text));
    }
    if (place.format() == Format.YAML && isProse(place.content(raw))) {
      // A text that begins with a thematic break, and has another one further down.
      return NONE;
    }
    if (raw.length() > LONGEST) {
      return new FrontMatter(
          raw,
          place,
          Map.of(),
          new FrontMatterProblem(1, "The front matter is longer than " + LONGEST + " characters."));
    }
    try {
      return new FrontMatter(raw, place, dialect(place.format()).read(place.content(raw)), null);
    } catch (MalformedException e) {
      String sentence = Objects.requireNonNullElse(e.getMessage(), "It cannot be read.");
      return new FrontMatter(
          raw,
          place,
          Map.of(),
          new FrontMatterProblem(e.line() + place.linesBefore(raw), sentence));
    }
  }

  /** Whether it says something, and no line of it looks like a key with a value. */
  private static boolean isProse(String content) {
    return content.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))
        && !KEY.matcher(content).find()
        && !content.stripLeading().startsWith("{");
  }

  /**
   * A text that is to be a front matter, ended so that a body can follow: by a line end, and where
   * no delimiter ends it, by a blank line.
   */
  public static String closed(String text) {
    String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    boolean open =
        startOf(ended).format() == Format.PAIRS
            && !ended.endsWith("\n\n")
            && !ended.endsWith("\n\r\n");
    return open ? ended + "\n" : ended;
  }

  /** The canonical front matter of a page that has none of its own, in TOML. */
  public static FrontMatter generate(String title, @Nullable WrittenDate date, boolean draft) {
    StringBuilder raw = new StringBuilder("+++\n");
    raw.append("title = ").append(Literal.quoted(title)).append('\n');
    if (date != null) {
      raw.append("date = ").append(date.withSeconds()).append('\n');
    }
    return startOf(raw.append("draft = ").append(draft).append("\n+++\n").toString());
  }

  /** Its text with its delimiters and the line end after them; empty if there is none. */
  public String raw() {
    return raw;
  }

  public Format format() {
    return place.format();
  }

  public boolean isAbsent() {
    return place.format() == Format.NONE;
  }

  /** Why it cannot be read. */
  public Optional<FrontMatterProblem> problem() {
    return Optional.ofNullable(problem);
  }

  /** The text of a top-level key; empty if there is none, or it is no text. */
  public Optional<String> text(String key) {
    return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** What a top-level key says: a text, truth value, number, list or map; null if nothing. */
  public @Nullable Object value(String key) {
    return values.get(key);
  }

  public Optional<String> title() {
    return text("title").filter(title -> !title.isBlank());
  }

  /** The date, if there is one that is a date. */
  public Optional<WrittenDate> date() {
    return text("date").flatMap(WrittenDate::of);
  }

  /**
   * Whether the page is marked as a draft: by {@code draft}, or, without it, as Jekyll does it by
   * {@code published} or as Pelican does it by {@code status}. As text, too, since blogs are found
   * that do so.
   */
  public boolean draft() {
    if (value("draft") != null) {
      return says("draft", true);
    }
    return says("published", false) || text("status").orElse("").equalsIgnoreCase("draft");
  }

  private boolean says(String key, boolean flag) {
    return Objects.equals(value(key), flag)
        || text(key).orElse("").equalsIgnoreCase(Boolean.toString(flag));
  }

  /**
   * The settings for the digest, if there is a table of them.
   *
   * @see #value
   */
  public Optional<Map<String, Object>> digest() {
    if (!(values.get("digest") instanceof Map<?, ?> table)) {
      return Optional.empty();
    }
    Map<String, Object> digest = new LinkedHashMap<>();
    table.forEach((key, value) -> digest.put(String.valueOf(key), value));
    return Optional.of(digest);
  }

  /**
   * This front matter with another value for one top-level key; every other character stays.
   *
   * @throws UneditableException if that cannot be done, or there is no front matter that can be
   *     read
   */
  public FrontMatter with(String key, Literal value) {
    if (isAbsent() || problem != null) {
      throw new UneditableException("There is no front matter in which " + key + " can be set.");
    }
    String eol = raw.contains("\r\n") ? "\r\n" : "\n";
    String content = dialect(format()).with(place.content(raw), key, value, eol);
    String text = raw.substring(0, place.from()) + content + raw.substring(place.to());
    FrontMatter edited = startOf(text);
    if (!edited.raw.equals(text) || !value.isSaidBy(edited.value(key)) || !sameBut(key, edited)) {
      throw new UneditableException(
          "The front matter's " + key + " cannot be changed without changing the rest of it.");
    }
    return edited;
  }

  private boolean sameBut(String key, FrontMatter other) {
    Map<String, Object> mine = new HashMap<>(values);
    Map<String, Object> theirs = new HashMap<>(other.values);
    mine.remove(key);
    theirs.remove(key);
    return mine.equals(theirs);
  }

  private static Dialect dialect(Format format) {
    return switch (format) {
      case TOML -> TomlDialect.INSTANCE;
      case YAML -> YamlDialect.INSTANCE;
      case JSON -> JsonDialect.INSTANCE;
      case PAIRS -> PairsDialect.INSTANCE;
      case NONE -> throw new IllegalArgumentException("no front matter, no dialect");
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FrontMatter that && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  @Override
  public String toString() {
    return raw;
  }
}
