package org.conferencedigest.notes.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text (RFC 8259, section 2) as a value, all of it. The framework's own reader stops
 * where the value ends, and takes whatever stands behind it.
 */
@Singleton
@Order(JsonMessageHandler.ORDER - 10)
@JsonMessageHandler.ConsumesJson
final class WholeJson<T> implements MessageBodyReader<T> {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonMapper mapper;

  WholeJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean isReadable(@NonNull Argument<T> type, @Nullable MediaType mediaType) {
    return mediaType != null && mediaType.matchesAllOrWildcardOrExtension(MediaType.EXTENSION_JSON);
  }

  @Override
  public @Nullable T read(
      @NonNull Argument<T> type,
      @Nullable MediaType mediaType,
      @NonNull Headers headers,
      @NonNull ByteBuffer<?> content) {
    T value = read(type, content.toByteArray());
    if (content instanceof ReferenceCounted counted) {
      // Only of what was read: content that was not is released by the caller.
      counted.release();
    }
    return value;
  }

  @Override
  public @Nullable T read(
      @NonNull Argument<T> type,
      @Nullable MediaType mediaType,
      @NonNull Headers headers,
      @NonNull InputStream content) {
    try {
      return read(type, content.readAllBytes());
    } catch (IOException e) {
      throw new CodecException("the content broke off", e);
    }
  }

  private @Nullable T read(Argument<T> type, byte[] bytes) {
    try {
      requireNothingBehind(bytes);
      return mapper.readValue(bytes, type);
    } catch (IOException e) {
      throw new CodecException("no " + type.getName(), e);
    }
  }

  private static void requireNothingBehind(byte[] bytes) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      parser.nextToken();
      parser.skipChildren();
      if (parser.nextToken() != null) {
        throw ProblemException.malformed("The content goes on after the end of its JSON.");
      }
    }
  }
}
