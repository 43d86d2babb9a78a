package org.conferencedigest.notes.frontmatter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** YAML 1.2, one document with a mapping, its aliases bounded. */
final class YamlDialect implements Dialect {

  static final YamlDialect INSTANCE = new YamlDialect();

  static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("front matter")
          .setMaxAliasesForCollections(50)
          .setAllowRecursiveKeys(false)
          .setAllowDuplicateKeys(false)
          .setCodePointLimit(FrontMatter.LONGEST)
          .build();

  /** What one front matter may grow to when its aliases are followed, in values. */
  private static final int MOST_VALUES = 10_000;

  private YamlDialect() {}

  @Override
  public Map<String, Object> read(String content) throws MalformedException {
    Object document;
    try {
      if (YamlMembers.depth(content) > DEEPEST) {
        throw new MalformedException(1, "It nests deeper than " + DEEPEST + " levels.");
      }
      document = new Load(SETTINGS).loadFromString(content);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new MalformedException(line, "Not YAML: " + e.getProblem() + ".");
    } catch (RuntimeException e) {
      // More documents than one, characters YAML does not allow, more aliases than allowed.
      throw new MalformedException(1, "Not YAML: " + firstLine(e.getMessage()));
    }
    if (document == null) {
      return Map.of();
    }
    if (document instanceof Map<?, ?> map) {
      return new Plain().map(map);
    }
    throw new MalformedException(1, "It is no list of keys with values.");
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "it cannot be read." : message.lines().findFirst().orElse("");
  }

  /** Makes keys texts and whole numbers longs, and counts: aliases can multiply. */
  private static final class Plain {

    private int values;

    Map<String, Object> map(Map<?, ?> source) throws MalformedException {
      Map<String, Object> map = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : source.entrySet()) {
        map.put(String.valueOf(entry.getKey()), value(entry.getValue()));
      }
      return map;
    }

    private @Nullable Object value(@Nullable Object value) throws MalformedException {
      if (++values > MOST_VALUES) {
        throw new MalformedException(1, "It has more than " + MOST_VALUES + " values.");
      }
      return switch (value) {
        case Map<?, ?> map -> map(map);
        case Iterable<?> items -> {
          List<@Nullable Object> list = new ArrayList<>();
          for (Object item : items) {
            list.add(value(item));
          }
          yield list;
        }
        case Integer number -> number.longValue();
        case null -> null;
        default -> value;
      };
    }
  }

  @Override
  public String with(String content, String key, Literal value, String eol) {
    YamlMembers members = YamlMembers.of(content);
    for (YamlMembers.Member member : members.list()) {
      if (member.key().equals(key)) {
        String space = member.from() == member.to() ? " " : "";
        return content.substring(0, member.from())
            + space
            + print(value)
            + content.substring(member.to());
      }
    }
    String pair = Literal.quoted(key) + ": " + print(value);
    if (key.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      pair = key + ": " + print(value);
    }
    return members.flowEnd() >= 0
        ? content.substring(0, members.flowEnd())
            + (members.list().isEmpty() ? "" : ", ")
            + pair
            + content.substring(members.flowEnd())
        : content + " ".repeat(members.indent()) + pair + eol;
  }

  private static String print(Literal value) {
    return switch (value) {
      case Literal.Text(String text) -> Literal.quoted(text);
      case Literal.Flag(boolean flag) -> Boolean.toString(flag);
      case Literal.Whole(long number) -> Long.toString(number);
      case Literal.Moment(WrittenDate date) -> date.text();
      case Literal.Items(List<String> texts) ->
          texts.stream().map(Literal::quoted).collect(Collectors.joining(", ", "[", "]"));
      case Literal.Table(Map<String, Literal> members) ->
          members.entrySet().stream()
              .map(member -> member.getKey() + ": " + print(member.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
