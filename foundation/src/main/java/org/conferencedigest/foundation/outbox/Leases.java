package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which lanes this instance may send.
 *
 * <p>A lane is sent by the holder of its lease alone, and only while enough of the lease is left
 * for a record to be delivered or given up. So nothing that a former holder sent, however long it
 * was stopped, can arrive behind what the next holder sends: on a compacted topic such a reversal
 * would keep the older state for ever.
 *
 * <p>What is left of a lease is counted by this machine's monotonic clock from before the lease was
 * asked for; when it ends for others is up to the database's clock. Both run at the same pace to
 * within what the delivery time-out leaves; a database clock that is set forward shortens a lease.
 */
@Singleton
@Requires(property = "datasources.default.url")
final class Leases {

  private static final String TAKE =
      """
      insert into outbox_lease (lane, owner, expires_at)
      select lane, ?, clock_timestamp() + make_interval(secs => ?) from unnest(?) lane order by lane
      on conflict (lane) do update set owner = excluded.owner, expires_at = excluded.expires_at
      where outbox_lease.owner is null
         or outbox_lease.owner = excluded.owner
         or outbox_lease.expires_at < clock_timestamp()
      returning lane
      """;

  private static final String RELEASE = "update outbox_lease set owner = null where owner = ?";

  private final DataSource database;
  private final Duration length;
  private final String owner = UUID.randomUUID().toString();
  private final long[] takenAt = new long[Lane.COUNT];
  private final BitSet held = new BitSet(Lane.COUNT);

  Leases(DataSource database, OutboxSettings settings) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.length = settings.lease();
  }

  /** Of those lanes, the ones this instance holds for at least that long from now on. */
  BitSet heldFor(BitSet lanes, Duration atLeast) {
    BitSet enough = new BitSet(Lane.COUNT);
    lanes.stream().filter(lane -> holdsFor(lane, atLeast)).forEach(enough::set);
    return enough;
  }

  /** Whether this instance holds that lane for at least that long from now on. */
  boolean holdsFor(int lane, Duration atLeast) {
    return held.get(lane) && System.nanoTime() - takenAt[lane] < length.minus(atLeast).toNanos();
  }

  /** Takes or renews the leases of those lanes, as far as others do not hold them. */
  void take(BitSet lanes) throws SQLException {
    if (lanes.isEmpty()) {
      return;
    }
    long before = System.nanoTime();
    held.andNot(lanes);
    try (Connection connection = database.getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setString(1, owner);
      take.setDouble(2, length.toMillis() / 1e3);
      take.setArray(3, connection.createArrayOf("smallint", lanes.stream().boxed().toArray()));
      try (ResultSet taken = take.executeQuery()) {
        while (taken.next()) {
          int lane = taken.getInt(1);
          held.set(lane);
          takenAt[lane] = before;
        }
      }
    }
  }

  /** Gives up all leases, so that others need not wait. All sends must have ended. */
  void release() throws SQLException {
    if (held.isEmpty()) {
      return;
    }
    held.clear();
    try (Connection connection = database.getConnection();
        PreparedStatement release = connection.prepareStatement(RELEASE)) {
      release.setString(1, owner);
      release.executeUpdate();
    }
  }
}
