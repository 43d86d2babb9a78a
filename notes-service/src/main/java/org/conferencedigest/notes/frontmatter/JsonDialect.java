package org.conferencedigest.notes.frontmatter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON, an object. */
final class JsonDialect implements Dialect {

  static final JsonDialect INSTANCE = new JsonDialect();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private JsonDialect() {}

  /** Where the object that begins at {@code start} ends; -1 if it does not. */
  static int endOfObject(String text, int start) {
    int depth = 0;
    boolean inText = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inText) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inText = false;
        }
      } else if (c == '"') {
        inText = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  public Map<String, Object> read(String content) throws MalformedException {
    try (JsonParser parser = FACTORY.createParser(content)) {
      parser.nextToken();
      Map<String, Object> values = object(parser);
      if (parser.nextToken() != null) {
        throw new MalformedException(1, "Not JSON: something stands behind the object.");
      }
      return values;
    } catch (JsonProcessingException e) {
      throw new MalformedException(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "Not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be read", e);
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, value(parser));
    }
    return object;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        Number number = parser.getNumberValue();
        yield number instanceof Integer ? (Object) number.longValue() : number;
      }
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  @Override
  public String with(String content, String key, Literal value, String eol) {
    int lastKey = -1;
    int lastEnd = -1;
    try (JsonParser parser = FACTORY.createParser(content)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        lastKey = (int) parser.currentTokenLocation().getCharOffset();
        boolean found = parser.currentName().equals(key);
        parser.nextToken();
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        lastEnd = (int) parser.currentLocation().getCharOffset();
        if (found) {
          return content.substring(0, from) + print(value) + content.substring(lastEnd);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("JSON that has been read cannot be read again", e);
    }
    String pair = Literal.quoted(key) + ": " + print(value);
    if (lastKey < 0) {
      return "{" + eol + "  " + pair + eol + "}";
    }
    int blanks = lastKey;
    while (Character.isWhitespace(content.charAt(blanks - 1))) {
      blanks--;
    }
    return content.substring(0, lastEnd)
        + ","
        + content.substring(blanks, lastKey)
        + pair
        + content.substring(lastEnd);
  }

  private static String print(Literal value) {
    return switch (value) {
      case Literal.Text(String text) -> Literal.quoted(text);
      case Literal.Flag(boolean flag) -> Boolean.toString(flag);
      case Literal.Whole(long number) -> Long.toString(number);
      case Literal.Moment(WrittenDate date) -> Literal.quoted(date.text());
      case Literal.Items(List<String> texts) ->
          texts.stream().map(Literal::quoted).collect(Collectors.joining(", ", "[", "]"));
      case Literal.Table(Map<String, Literal> members) ->
          members.entrySet().stream()
              .map(m -> Literal.quoted(m.getKey()) + ": " + print(m.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
