package org.conferencedigest.foundation.identity;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hands controllers the {@link Caller} they ask for. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    if (!request.getAttributes().contains(SecurityFilter.KEY)) {
      return BindingResult.unsatisfied();
    }
    Caller caller =
        request
            .getUserPrincipal(Authentication.class)
            .map(CallerBinder::caller)
            .orElse(Caller.ANONYMOUS);
    return () -> Optional.of(caller);
  }

  private static Caller caller(Authentication authentication) {
    return new Caller(
        authentication.getName(),
        authentication.getRoles().stream()
            .flatMap(role -> Role.ofClaim(role).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }
}
