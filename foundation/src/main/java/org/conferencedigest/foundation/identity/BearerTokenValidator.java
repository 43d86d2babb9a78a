package org.conferencedigest.foundation.identity;

import io.micronaut.core.annotation.NonNull;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Lets Micronaut's security take the word of {@link BearerTokens}. */
@Singleton
final class BearerTokenValidator implements TokenValidator<HttpRequest<?>> {

  private final BearerTokens tokens;
  private final Scheduler scheduler;

  BearerTokenValidator(
      BearerTokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.tokens = tokens;
    this.scheduler = Schedulers.fromExecutorService(executor);
  }

  @Override
  public @NonNull Publisher<Authentication> validateToken(
      @NonNull String token, @Nullable HttpRequest<?> request) {
    // A key that is not yet known is fetched: nothing to do on the event loop.
    return Mono.fromCallable(() -> tokens.verify(token))
        .subscribeOn(scheduler)
        .flatMap(Mono::justOrEmpty)
        .map(BearerTokenValidator::authentication);
  }

  private static Authentication authentication(Caller caller) {
    return Authentication.build(
        caller.subject(), caller.roles().stream().map(Role::claim).toList());
  }
}
