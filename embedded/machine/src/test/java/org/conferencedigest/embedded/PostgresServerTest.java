package org.conferencedigest.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir private Path folder;

  @Test
  void keepsWhatWasCommittedBeforeAKill() throws SQLException {
    try (PostgresServer server = start()) {
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
    try (PostgresServer server = start()) {
      Database database = server.database("kept", "secret");
      assertThat(query(database, "show fsync")).isEqualTo("on");
      assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
    }
  }

  private PostgresServer start() {
    return PostgresServer.start(folder.resolve("data"), folder.resolve("log"), "for-this-test");
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
