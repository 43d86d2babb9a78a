package org.conferencedigest.notes.schedule.programme;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as programmes have it: with comments, trailing commas, and bytes that no language
 * allows in a text. How deep and how much is bounded.
 */
@Singleton
public final class JsonReader {

  /** Names are a part of each path below them; one is as long as a room's name at the most. */
  private static final int LONGEST_NAME = 500;

  private final ScheduleSettings settings;
  private final JsonFactory factory;

  JsonReader(ScheduleSettings settings) {
    this.settings = settings;
    this.factory =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(settings.depth())
                    .maxStringLength(settings.file())
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();
  }

  /**
   * The value of a text.
   *
   * @param name what to call it where it is malformed
   * @throws ProblemException 422 if it is malformed, or nested too deep; 413 if it holds too much
   */
  public Json read(String text, String name) {
    try (JsonParser parser = factory.createParser(text)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw malformed(name, parser.currentLocation());
      }
      return new Json(value, "");
    } catch (JsonProcessingException e) {
      throw malformed(name, e.getLocation());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot be: it reads from memory
    }
  }

  /** A container that is being filled. */
  private record Open(
      @Nullable Map<String, @Nullable Object> map, @Nullable List<@Nullable Object> list) {

    void put(@Nullable String name, @Nullable Object value) {
      if (list != null) {
        list.add(value);
      } else if (map != null && name != null) {
        map.put(name, value);
      }
    }

    Object container() {
      return map != null ? map : java.util.Objects.requireNonNull(list);
    }
  }

  private @Nullable Object value(JsonParser parser) throws IOException {
    Deque<Open> open = new ArrayDeque<>();
    int count = 0;
    for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
      if (++count > settings.values()) {
        throw ProblemException.tooLarge(
            "The file holds more than " + settings.values() + " values. Nothing was stored.");
      }
      @Nullable Object complete;
      switch (token) {
        case START_OBJECT -> {
          open.push(new Open(new LinkedHashMap<>(), null));
          continue;
        }
        case START_ARRAY -> {
          open.push(new Open(null, new ArrayList<>()));
          continue;
        }
        case FIELD_NAME -> {
          continue;
        }
        case END_OBJECT, END_ARRAY -> complete = open.pop().container();
        case VALUE_NULL -> complete = null;
        default -> complete = parser.getText();
      }
      if (open.isEmpty()) {
        return complete;
      }
      open.peek().put(parser.currentName(), complete);
    }
    return null;
  }

  private static ProblemException malformed(String name, @Nullable JsonLocation at) {
    return ProblemException.invalid(
        "",
        "%s cannot be read as JSON beyond line %d, column %d. Nothing was stored."
            .formatted(name, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
  }
}
