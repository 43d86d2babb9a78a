package org.conferencedigest.summary.state;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the columns of {@code conference_state} that are a {@link Head}. */
@Singleton
final class HeadRows {

  private static final Argument<Map<String, String>> ETAGS =
      Argument.mapOf(String.class, String.class);

  private final ObjectMapper json;

  HeadRows(ObjectMapper json) {
    this.json = json;
  }

  Head read(ResultSet row) throws SQLException {
    OffsetDateTime revisedAt = row.getObject("revised_at", OffsetDateTime.class);
    String etags = row.getString("etags");
    try {
      return new Head(
          row.getString("conference"),
          row.getLong("state_version"),
          row.getLong("revision"),
          revisedAt == null ? null : revisedAt.toInstant(),
          etags == null ? Map.of() : json.readValue(etags, ETAGS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable String etags(Head head) {
    try {
      return head.isVisible() ? json.writeValueAsString(head.etags()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
