package org.conferencedigest.notes.note;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.jspecify.annotations.Nullable;

/** How the database holds a {@link WrittenDate}. */
@Singleton
final class WrittenDateColumn implements AttributeConverter<WrittenDate, String> {

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable WrittenDate date, ConversionContext context) {
    return date == null ? null : date.text();
  }

  @Override
  public @Nullable WrittenDate convertToEntityValue(
      @Nullable String text, ConversionContext context) {
    return text == null ? null : new WrittenDate(text);
  }
}
