package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which lanes this instance may send.
 *
 * <p>A lane is sent by the holder of its lease alone, and only while enough of the lease is left
 * for a record to be delivered or given up. So what a former holder sent does not arrive after what
 * the next holder sends: on a compacted topic such a reversal would keep the older state for ever.
 *
 * <p>What is left of a lease is counted from before the lease was asked for, by the monotonic clock
 * and by the clock of the wall of this machine, whichever says less: the first stands still while a
 * machine is suspended, the second may be set. When a lease ends for others is up to the database's
 * clock, and a database clock that is set forward ends it early. This check cannot see a process
 * that stops after it and before the record is on its way.
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
  private final OutboxClock clock;
  private final long[] takenAt = new long[Lane.COUNT];
  private final Instant[] takenAtWall = new Instant[Lane.COUNT];
  private final BitSet held = new BitSet(Lane.COUNT);

  Leases(DataSource database, OutboxSettings settings, OutboxClock clock) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.length = settings.lease();
    this.clock = clock;
    Arrays.fill(takenAtWall, Instant.EPOCH);
  }

  /** Of those lanes, the ones this instance holds for at least that long from now on. */
  BitSet heldFor(BitSet lanes, Duration atLeast) {
    BitSet enough = new BitSet(Lane.COUNT);
    lanes.stream().filter(lane -> holdsFor(lane, atLeast)).forEach(enough::set);
    return enough;
  }

  /** Whether this instance holds that lane for at least that long from now on. */
  boolean holdsFor(int lane, Duration atLeast) {
    return held.get(lane) && age(lane).compareTo(length.minus(atLeast)) < 0;
  }

  /** Returns the time since that lease was asked for, by the clock that went on for longer. */
  private Duration age(int lane) {
    Duration ticked = Duration.ofNanos(clock.nanos() - takenAt[lane]);
    Duration byWall = Duration.between(takenAtWall[lane], clock.wall().instant());
    return ticked.compareTo(byWall) > 0 ? ticked : byWall;
  }

  /** Takes or renews the leases of those lanes, as far as others do not hold them. */
  void take(BitSet lanes) throws SQLException {
    if (lanes.isEmpty()) {
      return;
    }
    long before = clock.nanos();
    Instant beforeByWall = clock.wall().instant();
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
          takenAtWall[lane] = beforeByWall;
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
