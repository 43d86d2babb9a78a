package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other instances on this database, told by {@code NOTIFY} of rows in lanes they hold.
 *
 * <p>Told outside the transaction that wrote the rows, and only when another instance has to act: a
 * {@code NOTIFY} inside each write would make PostgreSQL commit them one after the other. A
 * notification that is lost costs the time to the next sweep.
 *
 * <p>A notification names its sender and the lanes. An instance ignores its own, and it answers
 * none: it notifies others only of what it has written itself and of what its sweep has found. So
 * no number of instances that cannot send keep each other awake.
 */
@Singleton
@Requires(property = "datasources.default.url")
final class Neighbours {

  private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

  private static final int PATIENCE_MILLIS = 30_000;
  private static final int ANSWER_SECONDS = 5;

  private final DataSource database;
  private final Wakeup wakeup;
  private final OutboxSettings settings;
  private final String url;
  private final String self = UUID.randomUUID().toString();
  private final Properties login = new Properties();
  private volatile boolean closed;
  private volatile @Nullable Connection listening;

  Neighbours(
      DataSource database,
      Wakeup wakeup,
      OutboxSettings settings,
      @Property(name = "datasources.default.url") String url,
      @Property(name = "datasources.default.username") String user,
      @Property(name = "datasources.default.password") String password) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.wakeup = wakeup;
    this.settings = settings;
    this.url = url;
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("ApplicationName", "outbox-listener");
    login.setProperty("tcpKeepAlive", "true");
    login.setProperty("connectTimeout", "5");
  }

  /** Wakes the holders of those lanes, which this instance cannot send. */
  void tell(BitSet lanes) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement notify = connection.prepareStatement("select pg_notify('outbox', ?)")) {
      notify.setString(1, new OutboxNotification(self, lanes).text());
      notify.execute();
    }
  }

  /** Starts to hear what others tell; a connection of its own, not one of the pool. */
  void listen() {
    Thread.ofPlatform().name("outbox-listener").daemon().start(this::run);
  }

  private void run() {
    while (!closed) {
      try (Connection connection = DriverManager.getConnection(url, login);
          Statement statement = connection.createStatement()) {
        listening = connection;
        statement.execute("listen outbox");
        hear(connection);
      } catch (SQLException e) {
        if (!closed) {
          LOG.debug("no notifications until the database is back; sweeping goes on", e);
          wakeup.signal();
          pause();
        }
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] told = postgres.getNotifications(PATIENCE_MILLIS);
      if (told != null && told.length > 0) {
        wake(told);
      } else if (!connection.isValid(ANSWER_SECONDS)) {
        // A server that vanished without a word would be waited for in vain.
        throw new SQLException("the database does not answer");
      }
    }
  }

  private void wake(PGNotification[] told) {
    BitSet lanes = new BitSet(Lane.COUNT);
    for (PGNotification one : told) {
      OutboxNotification notification = OutboxNotification.parse(one.getParameter());
      if (!notification.sender().equals(self)) {
        lanes.or(notification.lanes());
      }
    }
    if (!lanes.isEmpty()) {
      wakeup.signal(lanes);
    }
  }

  private void pause() {
    try {
      Thread.sleep(settings.longestPause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @PreDestroy
  void close() throws SQLException {
    closed = true;
    Connection present = listening;
    if (present != null) {
      present.close();
    }
  }
}
