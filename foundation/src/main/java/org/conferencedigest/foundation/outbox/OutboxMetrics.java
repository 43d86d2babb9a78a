package org.conferencedigest.foundation.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much waits in the outbox, as gauges. They are read from the database when asked for. */
@Singleton
@Requires(property = "datasources.default.url")
final class OutboxMetrics implements MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  // Later than this, since the pool of connections is itself measured.
  private final BeanProvider<OutboxDesk> desk;
  private final OutboxSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Backlog last;
  private long readAt;

  OutboxMetrics(BeanProvider<OutboxDesk> desk, OutboxSettings settings) {
    this.desk = desk;
    this.settings = settings;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "outbox.backlog", "Rows that wait to be sent", Backlog::waiting);
    gauge(registry, "outbox.set.aside", "Rows that cannot be sent", Backlog::setAside);
    gauge(
        registry,
        "outbox.age.seconds",
        "The age of the oldest row that waits",
        backlog -> backlog.age().toMillis() / 1e3);
  }

  private void gauge(
      MeterRegistry registry, String name, String description, ToDoubleFunction<Backlog> value) {
    Gauge.builder(name, () -> read(value)).description(description).register(registry);
  }

  private double read(ToDoubleFunction<Backlog> value) {
    lock.lock();
    try {
      Backlog present = last;
      if (present == null || System.nanoTime() - readAt > FRESH_NANOS) {
        present = desk.get().backlog(settings.largestCount());
        last = present;
        readAt = System.nanoTime();
      }
      return value.applyAsDouble(present);
    } catch (SQLException e) {
      LOG.debug("the outbox cannot be measured", e);
      return Double.NaN;
    } finally {
      lock.unlock();
    }
  }
}
