package org.conferencedigest.foundation.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;

/** Ready while the database answers. */
@Readiness
@Singleton
@Requires(beans = DataSource.class)
final class DatabaseReadiness implements HealthIndicator {

  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;
  private final ExecutorService executor;

  DatabaseReadiness(DataSource database, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.executor = executor;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return new AsyncSingleResultPublisher<>(executor, this::look);
  }

  private HealthResult look() {
    HealthResult.Builder result = HealthResult.builder("database");
    try (Connection connection = database.getConnection()) {
      boolean answers = connection.isValid(PATIENCE_SECONDS);
      return result.status(answers ? HealthStatus.UP : HealthStatus.DOWN).build();
    } catch (SQLException e) {
      return result.status(HealthStatus.DOWN).details(String.valueOf(e.getMessage())).build();
    }
  }
}
