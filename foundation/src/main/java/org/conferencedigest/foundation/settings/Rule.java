package org.conferencedigest.foundation.settings;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the value of a setting may be. */
sealed interface Rule {

  boolean allows(String value);

  /** Behind "it must be". */
  String words();

  /** The same, short, for a table. */
  String bounds();

  /** Whether the setting may be left out, or be set to nothing. */
  default boolean isOptional() {
    return false;
  }

  /** The rule of a setting of that type, with those annotations. */
  static Rule of(Argument<?> argument, ConversionService conversion) {
    AnnotationMetadata annotations = argument.getAnnotationMetadata();
    Class<?> type = argument.getType();
    if (type == boolean.class || type == Boolean.class) {
      return new Flag();
    }
    Optional<String> least = annotations.stringValue(Within.class, "least");
    if (least.isPresent()) {
      String most = annotations.stringValue(Within.class, "most").orElseThrow();
      return type == Duration.class
          ? new Span(least.get(), most, conversion)
          : new Whole(Long.parseLong(least.get()), Long.parseLong(most), argument.isNullable());
    }
    return annotations
        .stringValue(Matching.class)
        .<Rule>map(
            pattern ->
                new Words(
                    Pattern.compile(pattern),
                    annotations.stringValue(Matching.class, "words").orElseThrow(),
                    annotations.booleanValue(Matching.class, "optional").orElse(false)))
        .orElseGet(() -> new Text(argument.isNullable() || argument.isContainerType()));
  }

  /** A whole number between two others. */
  record Whole(long least, long most, boolean isOptional) implements Rule {

    @Override
    public boolean allows(String value) {
      try {
        long number = Long.parseLong(value);
        return least <= number && number <= most;
      } catch (NumberFormatException e) {
        // No number, or none of this size.
        return false;
      }
    }

    @Override
    public String words() {
      return "a whole number from " + least + " to " + most;
    }

    @Override
    public String bounds() {
      return least + " to " + most;
    }
  }

  /** A duration between two others. */
  record Span(String least, String most, ConversionService conversion) implements Rule {

    @Override
    public boolean allows(String value) {
      return duration(value)
          .filter(given -> given.compareTo(duration(least).orElseThrow()) >= 0)
          .filter(given -> given.compareTo(duration(most).orElseThrow()) <= 0)
          .isPresent();
    }

    private Optional<Duration> duration(String value) {
      return conversion.convert(value, Duration.class);
    }

    @Override
    public String words() {
      return "a duration from %s to %s, with its unit: ms, s, m, h or d".formatted(least, most);
    }

    @Override
    public String bounds() {
      return least + " to " + most;
    }
  }

  /** True or false. */
  record Flag() implements Rule {

    @Override
    public boolean allows(String value) {
      return value.equals("true") || value.equals("false");
    }

    @Override
    public String words() {
      return "true or false";
    }

    @Override
    public String bounds() {
      return "true or false";
    }
  }

  /** A text of a certain look. */
  record Words(Pattern pattern, String words, boolean isOptional) implements Rule {

    @Override
    public boolean allows(String value) {
      return pattern.matcher(value).matches();
    }

    @Override
    public String bounds() {
      return words;
    }
  }

  /** A text of any look. */
  record Text(boolean isOptional) implements Rule {

    @Override
    public boolean allows(String value) {
      return true;
    }

    @Override
    public String words() {
      return "a text";
    }

    @Override
    public String bounds() {
      return "any text";
    }
  }
}
