package org.conferencedigest.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Counts what addresses and identities ask, and says when it is too much. */
@Singleton
final class Limits {

  private static final String ALLOWANCE = "gateway.allowance";

  private final Buckets addresses;
  private final Buckets subjects;
  private final Counter limited;

  Limits(LimitSettings settings, MeterRegistry meters) {
    this.addresses =
        new Buckets(
            "address",
            settings.addressBurst(),
            settings.addressPerSecond(),
            settings.clients(),
            settings.forgetAfter());
    this.subjects =
        new Buckets(
            "subject",
            settings.subjectBurst(),
            settings.subjectPerSecond(),
            settings.clients(),
            settings.forgetAfter());
    this.limited =
        Counter.builder("gateway.limited")
            .description("Requests refused because their client asked too much")
            .register(meters);
  }

  /**
   * Counts a request against its address.
   *
   * @throws ProblemException 429 if it is one too many
   */
  void countAddress(HttpRequest<?> request) {
    // Set at the connection; a client cannot write it.
    String address = request.getHeaders().get("X-Forwarded-For", String.class).orElse("unknown");
    grant(request, addresses.take(Network.of(address)));
  }

  /**
   * Counts a request against its identity.
   *
   * @throws ProblemException 429 if it is one too many
   */
  void countSubject(HttpRequest<?> request, String subject) {
    grant(request, subjects.take(subject));
  }

  /** What the client of a request may still ask; null if the request was not counted. */
  static @Nullable Allowance allowance(HttpRequest<?> request) {
    return request.getAttribute(ALLOWANCE, Allowance.class).orElse(null);
  }

  private void grant(HttpRequest<?> request, Allowance allowance) {
    request.setAttribute(ALLOWANCE, allowance);
    if (!allowance.granted()) {
      limited.increment();
      throw ProblemException.tooManyRequests(
          "This "
              + allowance.policy()
              + " has sent more requests than it may. Wait as long as"
              + " Retry-After says.",
          allowance.retryAfter());
    }
  }
}
