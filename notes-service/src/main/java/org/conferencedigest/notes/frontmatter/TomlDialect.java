package org.conferencedigest.notes.frontmatter;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** TOML 1.0. */
final class TomlDialect implements Dialect {

  static final TomlDialect INSTANCE = new TomlDialect();

  private TomlDialect() {}

  @Override
  public Map<String, Object> read(String content) throws MalformedException {
    if (TomlStatements.depth(content) > DEEPEST) {
      throw new MalformedException(1, "It nests deeper than " + DEEPEST + " levels.");
    }
    TomlParseResult result = parse(content);
    if (result.hasErrors()) {
      TomlParseError error = result.errors().getFirst();
      throw new MalformedException(error.position().line(), "Not TOML: " + error.getMessage());
    }
    return map(result);
  }

  private static TomlParseResult parse(String content) throws MalformedException {
    try {
      return Toml.parse(content);
    } catch (RuntimeException e) {
      // What the parser throws on texts its authors did not think of is not documented.
      throw new MalformedException(1, "Not TOML: " + e.getMessage());
    }
  }

  private static Map<String, Object> map(TomlTable table) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      map.put(key, plain(table.get(List.of(key))));
    }
    return map;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case TomlTable table -> map(table);
      case TomlArray array -> {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
          items.add(plain(array.get(i)));
        }
        yield items;
      }
      case OffsetDateTime date -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date);
      case LocalDateTime date -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date);
      case java.time.temporal.Temporal other -> other.toString();
      default -> value;
    };
  }

  @Override
  public String with(String content, String key, Literal value, String eol) {
    List<TomlStatements.Statement> own = new ArrayList<>();
    int rootEnd = 0;
    for (TomlStatements.Statement statement : TomlStatements.of(content)) {
      if (statement.path().getFirst().equals(key)) {
        own.add(statement);
      }
      if (statement.inRoot()) {
        rootEnd = statement.end();
      }
    }
    if (value instanceof Literal.Table(Map<String, Literal> members)) {
      return withTable(content, own, key, members, eol);
    }
    if (own.size() == 1 && own.getFirst().isPlainKey()) {
      TomlStatements.Statement statement = own.getFirst();
      return content.substring(0, statement.valueFrom())
          + print(value, content.startsWith("\"", statement.valueFrom()))
          + content.substring(statement.valueTo());
    }
    String line = printKey(key) + " = " + print(value, false) + eol;
    return content.substring(0, rootEnd) + line + content.substring(rootEnd);
  }

  /** Tables stand behind all root keys: the new one where the old one stood, or at the end. */
  private static String withTable(
      String content,
      List<TomlStatements.Statement> own,
      String key,
      Map<String, Literal> members,
      String eol) {
    StringBuilder table = new StringBuilder("[" + printKey(key) + "]" + eol);
    members.forEach(
        (name, value) ->
            table.append(printKey(name)).append(" = ").append(print(value, false)).append(eol));
    StringBuilder edited = new StringBuilder();
    boolean placed = false;
    int from = 0;
    for (TomlStatements.Statement statement : own) {
      edited.append(content, from, statement.start());
      if (!placed && !statement.inRoot()) {
        edited.append(table);
        placed = true;
      }
      from = statement.end();
    }
    edited.append(content, from, content.length());
    return placed ? edited.toString() : edited.append(table).toString();
  }

  private static String printKey(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : Literal.quoted(key);
  }

  private static String print(Literal value, boolean asText) {
    return switch (value) {
      case Literal.Text(String text) -> Literal.quoted(text);
      case Literal.Flag(boolean flag) -> Boolean.toString(flag);
      case Literal.Whole(long number) -> Long.toString(number);
      case Literal.Moment(WrittenDate date) ->
          asText ? Literal.quoted(date.text()) : date.withSeconds();
      case Literal.Items(List<String> texts) ->
          texts.stream().map(Literal::quoted).collect(Collectors.joining(", ", "[", "]"));
      case Literal.Table(Map<String, Literal> members) ->
          members.entrySet().stream()
              .map(member -> printKey(member.getKey()) + " = " + print(member.getValue(), false))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }
}
