package org.conferencedigest.notes.republishing;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The republications there were, for every instance to see. */
@Singleton
final class ProgressStore {

  private static final String END_INTERRUPTED =
      """
      update republication set state = 'failed', failure = 'its instance stopped'
      where state in ('reading', 'publishing')
      """;

  private static final String BEGIN =
      """
      insert into republication
        (state, conference, retract_unknown, started_at, read, unreadable, conferences, notes,
         unknown, refused)
      values ('reading', ?, ?, ?, 0, 0, 0, 0, 0, 0)
      returning id
      """;

  private static final String PRUNE =
      """
      delete from republication
      where id <= (select id from republication order by id desc offset ? limit 1)
      """;

  private static final String SAVE =
      """
      update republication set state = ?, finished_at = ?, read = ?, unreadable = ?,
        conferences = ?, notes = ?, unknown = ?, refused = ?, failure = ?
      where id = ?
      """;

  private static final String ALL = "select * from republication order by id desc";

  private final TransactionOperations<Connection> transactions;
  private final RepublishSettings settings;

  ProgressStore(TransactionOperations<Connection> transactions, RepublishSettings settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  /** To be called by whoever holds the lock: any that has not ended yet never will. */
  Progress begin(Wanted wanted, Instant now) {
    return transactions.executeWrite(
        status -> {
          Connection connection = status.getConnection();
          try (PreparedStatement interrupted = connection.prepareStatement(END_INTERRUPTED);
              PreparedStatement insert = connection.prepareStatement(BEGIN);
              PreparedStatement prune = connection.prepareStatement(PRUNE)) {
            interrupted.executeUpdate();
            insert.setString(1, wanted.conference());
            insert.setBoolean(2, wanted.retractUnknown());
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            try (ResultSet id = insert.executeQuery()) {
              id.next();
              prune.setInt(1, settings.kept());
              prune.executeUpdate();
              return Progress.started(id.getLong(1), wanted, now);
            }
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
            update.setLong(3, progress.counts().read());
            update.setLong(4, progress.counts().unreadable());
            update.setLong(5, progress.counts().conferences());
            update.setLong(6, progress.counts().notes());
            update.setLong(7, progress.counts().unknown());
            update.setLong(8, progress.counts().refused());
            update.setString(9, progress.failure());
            update.setLong(10, progress.id());
            return update.executeUpdate();
          }
        });
  }

  /** All that are kept, newest first. */
  List<Progress> all() {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(ALL);
              ResultSet row = select.executeQuery()) {
            List<Progress> all = new ArrayList<>();
            while (row.next()) {
              all.add(read(row));
            }
            return all;
          }
        });
  }

  private static Progress read(ResultSet row) throws SQLException {
    return new Progress(
        row.getLong("id"),
        Progress.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("conference"),
        row.getBoolean("retract_unknown"),
        Objects.requireNonNull(time(row, "started_at")),
        time(row, "finished_at"),
        new Progress.Counts(
            row.getLong("read"),
            row.getLong("unreadable"),
            row.getLong("conferences"),
            row.getLong("notes"),
            row.getLong("unknown"),
            row.getLong("refused")),
        row.getString("failure"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
