package org.conferencedigest.gateway.route;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.RawHttpClientRegistry;
import io.micronaut.http.client.ServiceHttpClientConfiguration;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A service behind the gateway. Whoever asks it gets an answer or an {@link UpstreamFailure} within
 * the time of the question; connections and those waiting for one are bounded by its configuration
 * under {@code micronaut.http.services}.
 */
@EachBean(ServiceHttpClientConfiguration.class)
public final class Upstream {

  private final String name;
  private final String service;
  private final String base;
  private final RawHttpClient client;
  private final BreakerSettings settings;
  private final CircuitBreaker breaker;
  private final MeterRegistry meters;

  Upstream(
      @Parameter String name,
      ServiceHttpClientConfiguration configuration,
      RawHttpClientRegistry clients,
      BreakerSettings settings,
      Breakers breakers,
      MeterRegistry meters) {
    this.name = name;
    // A service may be asked by several clients: summary, and summary-waiting.
    this.service = name.split("-", 2)[0];
    this.base = configuration.getUrls().getFirst().toString().replaceAll("/+$", "");
    this.client =
        clients.getRawClient(
            HttpVersionSelection.forClientConfiguration(configuration), name, null);
    this.settings = settings;
    this.breaker = breakers.of(base);
    this.meters = meters;
    Gauge.builder("gateway.upstream.open", breaker, b -> b.isOpen() ? 1 : 0)
        .description("1 while the service is left alone because it failed too often")
        .tag("upstream", name)
        .register(meters);
  }

  public String name() {
    return name;
  }

  /**
   * Asks the service. The future completes with its answer, whatever the status, once its headers
   * are there; its body is to be read or closed. Cancelling the future before that closes the
   * connection. A read that did not reach the service is tried again.
   *
   * @return fails with {@link UpstreamFailure} only
   */
  public CompletableFuture<Answer> ask(Ask ask) {
    Pending pending = new Pending(ask);
    pending.attempt(0);
    return pending.result;
  }

  private final class Pending {

    private final Ask ask;
    private final CompletableFuture<Answer> result = new CompletableFuture<>();

    Pending(Ask ask) {
      this.ask = ask;
    }

    void attempt(int retries) {
      if (result.isDone()) {
        // It was given up before it could be tried again.
        return;
      }
      CircuitBreaker.Pass pass = breaker.pass();
      if (pass == null) {
        if (ask.body() != null) {
          ask.body().close();
        }
        result.completeExceptionally(
            new UpstreamFailure(UpstreamFailure.Kind.LEFT_ALONE, service, breaker.rest()));
        return;
      }
      MutableHttpRequest<?> request = HttpRequest.create(ask.method(), base + ask.target());
      ask.headers().accept(request.getHeaders());
      long start = System.nanoTime();
      Exchange exchange = Exchange.start(client, request, ask.body(), ask.timeout());
      var _ =
          result.whenComplete(
              (answer, failure) -> {
                if (failure instanceof CancellationException) {
                  exchange.abort();
                }
              });
      var _ =
          exchange
              .answer()
              .whenComplete(
                  (answer, failure) -> ended(exchange, answer, failure, retries, start, pass));
    }

    private void ended(
        Exchange exchange,
        @Nullable ByteBodyHttpResponse<?> answer,
        @Nullable Throwable cause,
        int retries,
        long start,
        CircuitBreaker.Pass pass) {
      long nanos = System.nanoTime() - start;
      if (answer != null) {
        breaker.succeeded();
        record("answered", nanos);
        if (!result.complete(new Answer(answer, exchange::abort))) {
          answer.close();
        }
        return;
      }
      if (cause == null || cause instanceof CancellationException) {
        breaker.abandoned(pass);
        record("abandoned", nanos);
        return;
      }
      UpstreamFailure failure = UpstreamFailure.of(cause, service);
      if (failure.countsAgainstService()) {
        breaker.failed(pass);
      } else {
        breaker.abandoned(pass);
      }
      record(failure.kind().name().toLowerCase(java.util.Locale.ROOT), nanos);
      if (failure.kind() == UpstreamFailure.Kind.UNREACHABLE
          && ask.isRead()
          && retries < settings.retries()
          && !result.isDone()) {
        Duration delay = settings.retryDelay().multipliedBy(1L << retries);
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> attempt(retries + 1));
      } else {
        result.completeExceptionally(failure);
      }
    }
  }

  private void record(String outcome, long nanos) {
    meters
        .timer("gateway.upstream", "upstream", name, "outcome", outcome)
        .record(nanos, TimeUnit.NANOSECONDS);
  }
}
