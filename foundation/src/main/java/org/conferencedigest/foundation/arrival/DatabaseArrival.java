package org.conferencedigest.foundation.arrival;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.conferencedigest.foundation.problem.Connectivity;

/**
 * Waits for the database before the pool of connections to it is made. What a database says that is
 * there, such as a password that is wrong, is for the start to fail with.
 */
@Singleton
@Requires(classes = DatasourceConfiguration.class)
final class DatabaseArrival implements BeanCreatedEventListener<DatasourceConfiguration> {

  private static final String PATIENCE_SECONDS = "3";

  private final Arrival arrival;

  DatabaseArrival(Arrival arrival) {
    this.arrival = arrival;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration database = event.getBean();
    arrival.await("the database", () -> obstacle(database));
    return database;
  }

  private static Optional<String> obstacle(DatasourceConfiguration database) {
    Properties login = new Properties();
    login.setProperty("user", String.valueOf(database.getUsername()));
    login.setProperty("password", String.valueOf(database.getPassword()));
    login.setProperty("connectTimeout", PATIENCE_SECONDS);
    login.setProperty("loginTimeout", PATIENCE_SECONDS);
    try (Connection there = DriverManager.getConnection(database.getUrl(), login)) {
      return there.isValid(0) ? Optional.empty() : Optional.of("it does not answer");
    } catch (SQLException e) {
      return Connectivity.isLost(e)
          ? Optional.of(String.valueOf(e.getMessage()))
          : Optional.empty();
    }
  }
}
