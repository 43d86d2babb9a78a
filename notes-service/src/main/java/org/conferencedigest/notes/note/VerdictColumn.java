package org.conferencedigest.notes.note;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/** How the database holds a {@link Verdict}. */
@Singleton
final class VerdictColumn implements AttributeConverter<Verdict, String> {

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable Verdict verdict, ConversionContext context) {
    return verdict == null ? null : verdict.word();
  }

  @Override
  public @Nullable Verdict convertToEntityValue(@Nullable String text, ConversionContext context) {
    return text == null ? null : Verdict.of(text);
  }
}
