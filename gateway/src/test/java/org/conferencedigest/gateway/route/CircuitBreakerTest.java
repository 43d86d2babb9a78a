package org.conferencedigest.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
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
    breaker.failed(pass());

    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.pass()).isNull();
    assertThat(breaker.rest()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void letsOneTryAfterItsRestAndClosesIfThatSucceeds() {
    fail(3);
    rest();

    assertThat(breaker.pass()).isNotNull();
    assertThat(breaker.pass()).isNull();
    breaker.succeeded();
    assertThat(breaker.pass()).isNotNull();
    assertThat(breaker.pass()).isNotNull();
  }

  @Test
  void opensAnewIfTheTryFails() {
    fail(3);
    rest();
    breaker.failed(pass());

    assertThat(breaker.pass()).isNull();
    rest();
    assertThat(breaker.pass()).isNotNull();
  }

  @Test
  void letsAnotherTryIfTheOneThatTriedWasGivenUp() {
    fail(3);
    rest();
    breaker.abandoned(pass());

    assertThat(breaker.pass()).isNotNull();
  }

  @Test
  void letsNoSecondOneTryIfARequestOfBeforeIsGivenUp() {
    CircuitBreaker.Pass before = pass();
    fail(3);
    rest();
    CircuitBreaker.Pass probe = pass();
    breaker.abandoned(before);
    assertThat(breaker.pass()).isNull();

    rest();
    CircuitBreaker.Pass second = pass();
    breaker.abandoned(probe);
    assertThat(breaker.pass()).isNull();
    breaker.abandoned(second);
    assertThat(breaker.pass()).isNotNull();
  }

  @Test
  void letsAnotherTryIfTheOneThatTriesHangs() {
    fail(3);
    rest();
    assertThat(breaker.pass()).isNotNull();
    assertThat(breaker.pass()).isNull();
    rest();

    assertThat(breaker.pass()).isNotNull();
    assertThat(breaker.pass()).isNull();
  }

  @Test
  void whatBeganBeforeTheLastSuccessDoesNotOpenIt() {
    CircuitBreaker.Pass before = pass();
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
      breaker.failed(pass());
    }
  }

  private CircuitBreaker.Pass pass() {
    return Objects.requireNonNull(breaker.pass());
  }

  private void rest() {
    nanos.addAndGet(Duration.ofMillis(1001).toNanos());
  }
}
