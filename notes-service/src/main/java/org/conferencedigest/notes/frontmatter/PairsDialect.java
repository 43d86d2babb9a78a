package org.conferencedigest.notes.frontmatter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of {@code Key: value}, as Pelican and MultiMarkdown have them above a page's first blank
 * line. All values are texts; an indented line goes on with the value above it. Keys are told in
 * lower case, since neither of the two minds the case.
 */
final class PairsDialect implements Dialect {

  static final PairsDialect INSTANCE = new PairsDialect();

  private static final Pattern PAIR =
      Pattern.compile(
          "(?<key>[\\p{L}][\\p{L}\\p{Nd}_ -]{0,60}):(?:[ \\t]+(?<value>[^\\r\\n]*))?\\s*");

  /** Without a title, two of these tell a front matter from a text that begins with a colon. */
  private static final Set<String> USUAL =
      Set.of(
          "author",
          "authors",
          "category",
          "categories",
          "date",
          "description",
          "lang",
          "language",
          "layout",
          "modified",
          "slug",
          "status",
          "subtitle",
          "summary",
          "tags",
          "template",
          "translation",
          "url");

  private PairsDialect() {}

  /** Whether a line, its end included, is a key with its value. */
  static boolean isPair(String text, int from, int to) {
    return PAIR.matcher(text).region(from, to).matches();
  }

  /** Whether lines that look like it are one: prose, too, can begin with a word and a colon. */
  static boolean isFrontMatter(String content) {
    Set<String> keys = INSTANCE.read(content).keySet();
    return keys.contains("title") || keys.stream().filter(USUAL::contains).count() > 1;
  }

  @Override
  public Map<String, Object> read(String content) {
    Map<String, Object> values = new LinkedHashMap<>();
    String key = "";
    for (String line : content.lines().toList()) {
      Matcher pair = PAIR.matcher(line);
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      if (goesOn && values.get(key) instanceof String before) {
        values.put(key, before + "\n" + line.strip());
      } else if (pair.matches()) {
        key = pair.group("key").strip().toLowerCase(Locale.ROOT);
        String value = pair.group("value");
        values.putIfAbsent(key, value == null ? "" : value.strip());
      }
    }
    return values;
  }

  @Override
  public String with(String content, String key, Literal value, String eol) {
    StringBuilder edited = new StringBuilder();
    boolean written = false;
    boolean inOld = false;
    for (String line : content.split("(?<=\n)", -1)) {
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      Matcher pair = PAIR.matcher(line);
      if (!goesOn) {
        inOld = !written && pair.matches() && pair.group("key").strip().equalsIgnoreCase(key);
      }
      if (inOld && !goesOn) {
        String end = line.endsWith("\n") ? eol : "";
        edited.append(pair.group("key")).append(": ").append(print(value)).append(end);
        written = true;
      } else if (!inOld) {
        edited.append(line);
      }
    }
    if (!written) {
      boolean ended = edited.isEmpty() || edited.charAt(edited.length() - 1) == '\n';
      edited.append(ended ? "" : eol).append(key).append(": ").append(print(value)).append(eol);
    }
    return edited.toString();
  }

  private static String print(Literal value) {
    return switch (value) {
      case Literal.Text(String text) -> text;
      case Literal.Flag(boolean flag) -> Boolean.toString(flag);
      case Literal.Whole(long number) -> Long.toString(number);
      case Literal.Moment(WrittenDate date) -> date.text();
      case Literal.Items(java.util.List<String> texts) -> String.join(", ", texts);
      case Literal.Table(Map<String, Literal> members) ->
          members.entrySet().stream()
              .map(member -> member.getKey() + "=" + print(member.getValue()))
              .collect(Collectors.joining("; "));
    };
  }
}
