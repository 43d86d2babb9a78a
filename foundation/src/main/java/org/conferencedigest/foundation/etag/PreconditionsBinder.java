package org.conferencedigest.foundation.etag;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands controllers the {@link Preconditions} they ask for. */
@Singleton
final class PreconditionsBinder implements TypedRequestArgumentBinder<Preconditions> {

  @Override
  public BindingResult<Preconditions> bind(
      ArgumentConversionContext<Preconditions> context, HttpRequest<?> request) {
    Preconditions preconditions = Preconditions.of(request);
    return () -> Optional.of(preconditions);
  }

  @Override
  public Argument<Preconditions> argumentType() {
    return Argument.of(Preconditions.class);
  }
}
