package org.conferencedigest.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tests may count on, be the servers embedded or in containers. */
class TestServersTest {

  enum Kind {
    EMBEDDED {
      @Override
      TestServers servers() {
        return new EmbeddedServers();
      }
    },
    CONTAINERS {
      @Override
      TestServers servers() {
        try {
          ContainerServers.engine();
        } catch (StartException e) {
          abort(e.getMessage());
        }
        return new ContainerServers();
      }
    };

    abstract TestServers servers();
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseIsTheSameAfterItsServerWasKilled(Kind kind) throws SQLException {
    try (TestPostgres server = kind.servers().startPostgres()) {
      Database database = server.database("kept", "secret");
      execute(database, "create table fact (id int primary key)");
      execute(database, "insert into fact values (42)");
      server.kill();
      server.restart();
      assertThat(query(database, "select id from fact")).isEqualTo("42");
      assertThat(query(database, "show server_version")).startsWith("18");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRoleReachesItsOwnDatabaseAlone(Kind kind) {
    try (TestPostgres server = kind.servers().startPostgres()) {
      Database one = server.database("one", "secret");
      Database other = server.database("other", "secret");
      Database trespasser = new Database(other.url(), one.user(), one.password());
      assertThatThrownBy(() -> trespasser.connect().close())
          .hasMessageContaining("permission denied");
    }
  }

  @ParameterizedTest
  @EnumSource
  void topicsAreThereAfterTheirBrokerWasKilled(Kind kind) throws Exception {
    try (TestKafka broker = kind.servers().startKafka();
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("facts", 3, (short) 1))).all().get();
      String before = broker.bootstrapServers();
      broker.kill();
      broker.restart();
      assertThat(broker.bootstrapServers()).isEqualTo(before);
      assertThat(admin.listTopics().names().get()).contains("facts");
    }
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
