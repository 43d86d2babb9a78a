package org.conferencedigest.summary.rebuild;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rebuilds there were, newest first, for every instance to see. */
@Singleton
final class RebuildLog {

  private static final String BEGIN =
      "insert into rebuild (state, started_at) values ('reading', ?) returning id";

  private static final String END_INTERRUPTED =
      """
      update rebuild set state = 'failed', failure = 'its instance stopped'
      where state in ('reading', 'replacing')
      """;

  private static final String PRUNE =
      """
      delete from rebuild where id <= (select id from rebuild order by id desc offset ? limit 1)
      """;

  private static final String SAVE =
      """
      update rebuild set state = ?, finished_at = ?, records = ?, read = ?, unreadable = ?,
        conferences = ?, replaced = ?, revised = ?, failure = ? where id = ?
      """;

  private static final String ALL = "select * from rebuild order by id desc";

  private final TransactionOperations<Connection> transactions;
  private final RebuildSettings settings;

  RebuildLog(TransactionOperations<Connection> transactions, RebuildSettings settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  /** To be called by whoever holds the lock: any that has not ended yet never will. */
  Progress begin(Instant now) {
    return transactions.executeWrite(
        status -> {
          Connection connection = status.getConnection();
          try (PreparedStatement interrupted = connection.prepareStatement(END_INTERRUPTED);
              PreparedStatement insert = connection.prepareStatement(BEGIN);
              PreparedStatement prune = connection.prepareStatement(PRUNE)) {
            interrupted.executeUpdate();
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            ResultSet id = insert.executeQuery();
            id.next();
            prune.setInt(1, settings.kept());
            prune.executeUpdate();
            return Progress.started(id.getLong(1), now);
          }
        });
  }

  void save(Progress progress) {
    transactions.executeWrite(
        status -> {
          try (PreparedStatement update = status.getConnection().prepareStatement(SAVE)) {
            Instant finished = progress.finishedAt();
            update.setString(1, progress.state().word());
            update.setObject(2, finished == null ? null : finished.atOffset(ZoneOffset.UTC));
            update.setLong(3, progress.records());
            update.setLong(4, progress.read());
            update.setLong(5, progress.unreadable());
            update.setInt(6, progress.conferences());
            update.setInt(7, progress.replaced());
            update.setInt(8, progress.revised());
            update.setString(9, progress.failure());
            update.setLong(10, progress.id());
            return update.executeUpdate();
          }
        });
  }

  List<Progress> all() {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(ALL)) {
            ResultSet row = select.executeQuery();
            List<Progress> all = new ArrayList<>();
            while (row.next()) {
              all.add(read(row));
            }
            return all;
          }
        });
  }

  private static Progress read(ResultSet row) throws SQLException {
    Instant started = time(row, "started_at");
    if (started == null) {
      throw new IllegalStateException("a rebuild that never started");
    }
    return new Progress(
        row.getLong("id"),
        Progress.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        started,
        time(row, "finished_at"),
        row.getLong("records"),
        row.getLong("read"),
        row.getLong("unreadable"),
        row.getInt("conferences"),
        row.getInt("replaced"),
        row.getInt("revised"),
        row.getString("failure"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
