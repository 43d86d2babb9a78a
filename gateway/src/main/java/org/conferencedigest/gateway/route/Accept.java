package org.conferencedigest.gateway.route;

import io.micronaut.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The media types that a client takes, by its {@code Accept} headers (RFC 9110, section 12.5.1).
 */
public record Accept(List<Range> ranges) {

  /**
   * One media range.
   *
   * @param variant that of Markdown (RFC 7763), if it is named
   * @param quality from 0, not at all, to 1
   */
  public record Range(String type, String subtype, @Nullable String variant, double quality) {

    private boolean isNamed(String otherType, String otherSubtype) {
      return type.equals(otherType) && subtype.equals(otherSubtype);
    }

    private int closeness(String otherType, String otherSubtype) {
      if (isNamed(otherType, otherSubtype)) {
        return 3;
      }
      if (type.equals("*")) {
        return 1;
      }
      return type.equals(otherType) && subtype.equals("*") ? 2 : 0;
    }
  }

  public Accept {
    ranges = List.copyOf(ranges);
  }

  /** Reads all {@code Accept} headers of a request; what is no media range is left out. */
  public static Accept of(HttpHeaders headers) {
    return of(String.join(",", headers.getAll(HttpHeaders.ACCEPT)));
  }

  /** Reads the value of {@code Accept}; what is no media range is left out. */
  public static Accept of(String header) {
    List<Range> ranges = new ArrayList<>();
    for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      String media = parts[0].strip();
      int slash = media.indexOf('/');
      if (slash > 0) {
        ranges.add(
            new Range(
                media.substring(0, slash),
                media.substring(slash + 1),
                parameter(parts, "variant"),
                quality(parameter(parts, "q"))));
      }
    }
    return new Accept(ranges);
  }

  /**
   * Whether a media type is named, rather than covered by a wildcard, and liked no less than JSON,
   * which programs are answered with.
   */
  public boolean asksFor(String type, String subtype) {
    double quality = quality(type, subtype);
    return quality > 0
        && quality >= quality("application", "json")
        && quality >= quality("application", "problem+json")
        && ranges.stream().anyMatch(range -> range.isNamed(type, subtype));
  }

  private double quality(String type, String subtype) {
    return quality(range -> range.closeness(type, subtype));
  }

  /**
   * How much something is liked: as the range says that comes closest to it, and the first of
   * those.
   *
   * @param closenessOf how close a range comes; 0: it does not cover it
   * @return from 0, not at all, to 1
   */
  public double quality(ToIntFunction<Range> closenessOf) {
    int closest = 0;
    double quality = 0;
    for (Range range : ranges) {
      int closeness = closenessOf.applyAsInt(range);
      if (closeness > closest) {
        closest = closeness;
        quality = range.quality;
      }
    }
    return quality;
  }

  /** The value of a parameter of a range or a coding; its first part is not one. */
  public static @Nullable String parameter(String[] parts, String name) {
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1).replace("\"", "");
      }
    }
    return null;
  }

  /** The number of a {@code q} parameter: 1 without one, and 0 if it is none. */
  public static double quality(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    return Optional.of(text)
        .filter(number -> number.matches("[01](\\.[0-9]{0,9})?"))
        .map(number -> Math.clamp(Double.parseDouble(number), 0, 1))
        .orElse(0.0);
  }
}
