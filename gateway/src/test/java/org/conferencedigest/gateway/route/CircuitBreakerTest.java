package org.conferencedigest.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(1), nanos::get);

  @Test
  void opensAfterFailuresInARow() {
    fail(2);
    breaker.succeeded();
    fail(2);
    assertThat(breaker.mayPass()).isTrue();
    breaker.failed(nanos.get());

    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.mayPass()).isFalse();
    assertThat(breaker.rest()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void letsOneTryAfterItsRestAndClosesIfThatSucceeds() {
    fail(3);
    rest();

    assertThat(breaker.mayPass()).isTrue();
    assertThat(breaker.mayPass()).isFalse();
    breaker.succeeded();
    assertThat(breaker.mayPass()).isTrue();
    assertThat(breaker.mayPass()).isTrue();
  }

  @Test
  void opensAnewIfTheTryFails() {
    fail(3);
    rest();
    assertThat(breaker.mayPass()).isTrue();
    breaker.failed(nanos.get());

    assertThat(breaker.mayPass()).isFalse();
    rest();
    assertThat(breaker.mayPass()).isTrue();
  }

  @Test
  void letsAnotherTryIfTheOneThatTriedWasGivenUp() {
    fail(3);
    rest();
    assertThat(breaker.mayPass()).isTrue();
    breaker.abandoned();

    assertThat(breaker.mayPass()).isTrue();
  }

  @Test
  void letsAnotherTryIfTheOneThatTriesHangs() {
    fail(3);
    rest();
    assertThat(breaker.mayPass()).isTrue();
    assertThat(breaker.mayPass()).isFalse();
    rest();

    assertThat(breaker.mayPass()).isTrue();
    assertThat(breaker.mayPass()).isFalse();
  }

  @Test
  void whatBeganBeforeTheLastSuccessDoesNotOpenIt() {
    long before = nanos.get();
    rest();
    breaker.succeeded();
    for (int i = 0; i < 3; i++) {
      breaker.failed(before);
    }
    assertThat(breaker.isOpen()).isFalse();

    fail(3);
    assertThat(breaker.isOpen()).isTrue();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed(nanos.get());
    }
  }

  private void rest() {
    nanos.addAndGet(Duration.ofMillis(1001).toNanos());
  }
}
