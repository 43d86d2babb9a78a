package org.conferencedigest.notes.note;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** How the database holds a {@link NoteState}. */
@Singleton
final class NoteStateColumn implements AttributeConverter<NoteState, String> {

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable NoteState state, ConversionContext context) {
    return state == null ? null : state.word();
  }

  @Override
  public @Nullable NoteState convertToEntityValue(
      @Nullable String text, ConversionContext context) {
    return text == null ? null : NoteState.of(text);
  }
}
