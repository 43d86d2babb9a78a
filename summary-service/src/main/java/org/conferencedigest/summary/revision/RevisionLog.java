package org.conferencedigest.summary.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.summary.state.Columns;

/** The revisions of each digest, the newest ones of which stay listed. */
@Singleton
public final class RevisionLog {

  private static final String INSERT =
      """
      insert into digest_revision
        (conference, revision, at, state_version, changes, change_count, truncated, deleted,
         etags, trace_id, request_id)
      select * from unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::bigint[], ?::text[],
        ?::int[], ?::boolean[], ?::boolean[], ?::text[], ?::text[], ?::text[])
      """;

  private static final String PRUNE =
      """
      delete from digest_revision d using unnest(?::text[], ?::bigint[]) as n (conference, revision)
      where d.conference = n.conference and d.revision <= n.revision
      """;

  // As many revisions as fit, but one at the least.
  private static final String SINCE =
      """
      select revision, at, changes, truncated from (
        select *, sum(change_count + 1) over (order by revision) - change_count - 1 as before
        from digest_revision where conference = ? and revision > ?) r
      where before < ? order by revision
      """;

  private static final Argument<List<DigestChange>> CHANGES = Argument.listOf(DigestChange.class);

  private final RevisionSettings settings;
  private final TransactionOperations<Connection> transactions;
  private final ObjectMapper json;

  RevisionLog(
      RevisionSettings settings,
      TransactionOperations<Connection> transactions,
      ObjectMapper json) {
    this.settings = settings;
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * A revision as it is listed.
   *
   * @param truncated whether there were more changes than are listed
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Listed(long revision, Instant at, List<DigestChange> changes, boolean truncated) {}

  void add(Connection connection, List<Revision> revisions) throws SQLException {
    Columns columns = new Columns(connection);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, columns.of("text", revisions, r -> r.head().conference()));
      insert.setArray(2, columns.of("bigint", revisions, r -> r.head().revision()));
      insert.setArray(
          3, columns.of("timestamptz", revisions, r -> r.at().atOffset(ZoneOffset.UTC)));
      insert.setArray(4, columns.of("bigint", revisions, r -> r.head().stateVersion()));
      insert.setArray(5, columns.of("text", revisions, r -> write(r.changes())));
      insert.setArray(6, columns.of("int", revisions, r -> r.changes().size()));
      insert.setArray(7, columns.of("boolean", revisions, Revision::truncated));
      insert.setArray(8, columns.of("boolean", revisions, r -> !r.head().isVisible()));
      insert.setArray(9, columns.of("text", revisions, r -> write(r.head().etags())));
      insert.setArray(10, columns.of("text", revisions, r -> r.trace().traceId()));
      insert.setArray(11, columns.of("text", revisions, r -> r.trace().requestId()));
      insert.executeUpdate();
    }
    prune(
        connection, revisions.stream().filter(r -> r.head().revision() > settings.kept()).toList());
  }

  private void prune(Connection connection, List<Revision> revisions) throws SQLException {
    if (revisions.isEmpty()) {
      return;
    }
    Columns columns = new Columns(connection);
    try (PreparedStatement delete = connection.prepareStatement(PRUNE)) {
      delete.setArray(1, columns.of("text", revisions, r -> r.head().conference()));
      delete.setArray(
          2, columns.of("bigint", revisions, r -> r.head().revision() - settings.kept()));
      delete.executeUpdate();
    }
  }

  /**
   * The revisions after one, in order, as many as hold that many changes together, but at least
   * one.
   */
  public List<Listed> since(String conference, long revision, int mostChanges) {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(SINCE)) {
            select.setString(1, conference);
            select.setLong(2, revision);
            select.setInt(3, mostChanges);
            ResultSet row = select.executeQuery();
            List<Listed> listed = new ArrayList<>();
            while (row.next()) {
              listed.add(
                  new Listed(
                      row.getLong("revision"),
                      row.getObject("at", OffsetDateTime.class).toInstant(),
                      json.readValue(row.getString("changes"), CHANGES),
                      row.getBoolean("truncated")));
            }
            return listed;
          }
        });
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
