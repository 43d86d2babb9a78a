package org.conferencedigest.foundation.identity;

import io.micronaut.core.annotation.NonNull;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Lets every request through but those whose credentials do not hold. What a caller may do, the
 * controllers decide: it hangs on whose note it is.
 */
@Singleton
final class TokenRule implements SecurityRule<HttpRequest<?>> {

  private static final Mono<SecurityRuleResult> ALLOWED = Mono.just(SecurityRuleResult.ALLOWED);
  private static final Mono<SecurityRuleResult> REJECTED = Mono.just(SecurityRuleResult.REJECTED);

  @Override
  public @NonNull Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    boolean refused =
        authentication == null
            && request != null
            && request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    return refused ? REJECTED : ALLOWED;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
