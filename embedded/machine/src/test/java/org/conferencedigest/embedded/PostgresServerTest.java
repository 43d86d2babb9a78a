package org.conferencedigest.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

  @Test
  void keepsWhatWasCommittedBeforeAKill() throws SQLException {
    try (PostgresServer server = TestMachine.ownPostgres()) {
      Database database = server.database("kept", "secret");
      execute(database, "create table fact (id int primary key)");
      execute(database, "insert into fact values (42)");
      server.kill();
      server.restart();
      assertThat(query(database, "select id from fact")).isEqualTo("42");
    }
  }

  @Test
  void confirmsOnlyWhatIsOnTheDisk() throws SQLException {
    Database database = TestMachine.freshDatabase();
    assertThat(query(database, "show fsync")).isEqualTo("on");
    assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
  }

  @Test
  void ownsAFreshDatabasePerCall() throws SQLException {
    Database one = TestMachine.freshDatabase();
    Database other = TestMachine.freshDatabase();
    execute(one, "create table fact (id int primary key)");
    execute(other, "create table fact (id int primary key)");
    assertThat(one.url()).isNotEqualTo(other.url());
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }
}
