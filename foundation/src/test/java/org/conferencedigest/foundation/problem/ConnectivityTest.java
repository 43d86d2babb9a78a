package org.conferencedigest.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.embedded.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectivityTest {

  /** As a write meets it: in the middle of its transaction. */
  @Test
  void knowsEveryWayInWhichTheDatabaseGoesAway() throws SQLException {
    try (TestPostgres server = TestMachine.ownPostgres();
        HikariDataSource pool = pool(server.database("digest", "for-this-test"));
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select 1");
      server.kill();

      Throwable atWork = catchThrowable(() -> statement.execute("select 1"));
      Throwable atCommit = catchThrowable(connection::commit);
      Throwable atTheEnd = catchThrowable(() -> connection.setAutoCommit(true));
      Throwable atTheNext = catchThrowable(pool::getConnection);

      for (Throwable failure : new Throwable[] {atWork, atCommit, atTheEnd, atTheNext}) {
        assertThat(failure).isInstanceOf(SQLException.class);
        assertThat(Connectivity.isLost(new IllegalStateException(failure))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 1 / 0", "select nothing", "insert into nowhere values (1)"})
  void doesNotBlameTheDatabaseForOurFaults(String sql) throws SQLException {
    try (HikariDataSource pool = pool(TestMachine.freshDatabase());
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(Connectivity.isLost(catchThrowable(() -> statement.execute(sql)))).isFalse();
    }
  }

  @Test
  void doesNotBlameTheDatabaseForWhatIsNone() {
    assertThat(Connectivity.isLost(null)).isFalse();
    assertThat(Connectivity.isLost(new IllegalStateException("Connection is closed"))).isFalse();
  }

  private static HikariDataSource pool(Database database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(250);
    return new HikariDataSource(config);
  }
}
