package org.conferencedigest.notes.frontmatter;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value to write into a front matter. */
public sealed interface Literal {

  record Text(String text) implements Literal {}

  record Flag(boolean flag) implements Literal {}

  record Whole(long number) implements Literal {}

  record Moment(WrittenDate date) implements Literal {}

  record Items(List<String> texts) implements Literal {

    public Items {
      texts = List.copyOf(texts);
    }
  }

  /**
   * @param members without tables of their own; written in the order of the map
   */
  record Table(Map<String, Literal> members) implements Literal {}

  /** Whether a value that was read from a front matter is this one. */
  default boolean isSaidBy(@Nullable Object read) {
    return switch (this) {
      case Text(String text) -> text.equals(read);
      case Flag(boolean flag) ->
          // Where all values are texts, this one is, too.
          Objects.equals(flag, read) || Boolean.toString(flag).equals(read);
      case Whole(long number) -> Objects.equals(number, read);
      case Moment(WrittenDate date) -> date.withSeconds().equals(read) || date.text().equals(read);
      case Items(List<String> texts) -> texts.equals(read);
      case Table(Map<String, Literal> members) ->
          read instanceof Map<?, ?> map
              && map.keySet().equals(members.keySet())
              && members.entrySet().stream()
                  .allMatch(member -> member.getValue().isSaidBy(map.get(member.getKey())));
    };
  }

  /**
   * A text between double quotes, with the escapes that mean the same in JSON, in YAML and in TOML.
   */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          // YAML takes neither C1 controls nor U+FEFF raw, and breaks lines at U+2028 and U+2029.
          boolean raw =
              c >= ' '
                  && (c < '\u007f' || c > '\u009f')
                  && c != '\u2028'
                  && c != '\u2029'
                  && c != '\ufeff'
                  && c < '\ufffe';
          if (raw) {
            quoted.append(c);
          } else {
            quoted.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
