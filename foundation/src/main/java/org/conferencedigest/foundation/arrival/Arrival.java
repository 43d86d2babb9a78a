package org.conferencedigest.foundation.arrival;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds up the start of a service until something is there. In the meantime the service's port
 * answers: it is alive, and it is not ready.
 */
@Singleton
public final class Arrival {

  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  private final ArrivalSettings settings;
  private final @Nullable String host;
  private final @Nullable Integer port;

  Arrival(
      ArrivalSettings settings,
      @Property(name = "micronaut.server.host") @Nullable String host,
      @Property(name = "micronaut.server.port") @Nullable Integer port) {
    this.settings = settings;
    this.host = host;
    this.port = port;
  }

  /**
   * Returns when there is no obstacle any more.
   *
   * @param what is waited for, as in "the database"
   * @param obstacle why it is not there; empty if it is
   * @throws ConfigurationException if the patience ends before
   */
  public void await(String what, Supplier<Optional<String>> obstacle) {
    Optional<String> first = obstacle.get();
    if (first.isEmpty()) {
      return;
    }
    LOG.warn("Waiting for {}, which is not there yet: {}", what, first.get());
    try (NotReady _ = NotReady.at(host, port, what)) {
      long end = System.nanoTime() + settings.patience().toNanos();
      for (Optional<String> now = first; now.isPresent(); now = obstacle.get()) {
        if (System.nanoTime() > end) {
          throw new ConfigurationException(
              "Waited %s for %s in vain: %s".formatted(settings.patience(), what, now.get()));
        }
        Thread.sleep(settings.pause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + what, e);
    }
    LOG.info("There is {} now; starting", what);
  }
}
