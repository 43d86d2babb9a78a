package org.conferencedigest.summary.intake;

import io.micronaut.configuration.kafka.ConsumerRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Ends the consuming threads as soon as the service is told to stop. The framework would do so only
 * after it had waited for all threads to end, these among them: in vain, for the whole grace
 * period.
 */
@Singleton
@Requires(beans = ConsumerRegistry.class)
final class IntakeStop implements GracefulShutdownCapable {

  private final ConsumerRegistry consumers;
  private final Pause pause;

  IntakeStop(ConsumerRegistry consumers, Pause pause) {
    this.consumers = consumers;
    this.pause = pause;
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    pause.stop();
    for (String id : consumers.getConsumerIds()) {
      consumers.getConsumer(id).wakeup();
    }
    return CompletableFuture.completedFuture(null);
  }
}
