package org.conferencedigest.foundation.problem;

import com.fasterxml.jackson.core.JsonParseException;
import io.micronaut.serde.exceptions.InvalidFormatException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in a request something is wrong, as JSON pointers (RFC 6901). */
final class Pointers {

  private Pointers() {}

  /** The places that violate constraints, in a stable order. */
  static List<FieldError> of(ConstraintViolationException e) {
    return e.getConstraintViolations().stream()
        .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
        .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
        .toList();
  }

  /** The place of a value that JSON could hold but the content cannot; empty if it is not JSON. */
  static Optional<FieldError> of(@Nullable Throwable cause) {
    Optional<FieldError> place = Optional.empty();
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof JsonParseException || at instanceof CharacterCodingException) {
        return Optional.empty();
      }
      if (at instanceof SerdeException e && place.isEmpty()) {
        place = Optional.of(new FieldError(pointer(e), detail(e)));
      }
    }
    return place;
  }

  private static String pointer(SerdeException e) {
    StringBuilder pointer = new StringBuilder();
    for (ReferencePath step : e.getPath().reversed()) {
      pointer
          .append('/')
          .append(
              switch (step) {
                case PropertyReferencePath property -> escape(property.property().getName());
                case CollectionItemReferencePath item -> Integer.toString(item.index());
                case MapItemReferencePath item -> escape(item.key());
              });
    }
    return pointer.toString();
  }

  // Messages of the library name its own classes: nothing for a client to act on.
  private static String detail(SerdeException e) {
    return e instanceof InvalidFormatException format && format.getOriginalValue() != null
        ? "The value \"" + format.getOriginalValue() + "\" is not possible here."
        : "The value is not of the kind expected here.";
  }

  /** Into the body {@code /a/0/b}, or {@code #name} for another argument. */
  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONSTRUCTOR) {
        continue;
      }
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = String.valueOf(node.getName());
        continue;
      }
      if (node.getKey() != null) {
        pointer.append('/').append(escape(node.getKey().toString()));
      } else if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() != ElementKind.CONTAINER_ELEMENT && node.getName() != null) {
        pointer.append('/').append(escape(node.getName()));
      }
    }
    return pointer.isEmpty() && !parameter.isEmpty() ? "#" + parameter : pointer.toString();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
