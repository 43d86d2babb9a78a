package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.render.Format;
import org.jspecify.annotations.Nullable;

/** Chooses a format by {@code Accept} (RFC 9110, section 12.5.1). */
final class Acceptance {

  private static final String VARIANT = "variant";

  private Acceptance() {}

  /**
   * The format a client likes best; of those it likes the same, the first one.
   *
   * @throws ProblemException 406 if it likes none
   */
  static Format of(HttpHeaders headers) {
    List<MediaType> ranges = headers.accept();
    if (ranges.isEmpty()) {
      return Format.HTML;
    }
    Format best = null;
    double bestQuality = 0;
    for (Format format : Format.values()) {
      double quality = quality(MediaType.of(format.mediaType()), ranges);
      if (quality > bestQuality) {
        best = format;
        bestQuality = quality;
      }
    }
    if (best == null) {
      throw ProblemException.notAcceptable(
          "The digest can be had as "
              + Arrays.stream(Format.values())
                  .map(Format::mediaType)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return best;
  }

  /** "The most specific reference has precedence." */
  private static double quality(MediaType offered, List<MediaType> ranges) {
    int mostSpecific = -1;
    double quality = 0;
    for (MediaType range : ranges) {
      int specific = specificity(range, offered);
      if (specific > mostSpecific) {
        mostSpecific = specific;
        quality = range.getQualityAsNumber().doubleValue();
      }
    }
    return quality;
  }

  /** -1 if the range does not hold the type. */
  private static int specificity(MediaType range, MediaType offered) {
    if (range.getType().equals("*")) {
      return 0;
    }
    if (!range.getType().equalsIgnoreCase(offered.getType())) {
      return -1;
    }
    if (range.getSubtype().equals("*")) {
      return 1;
    }
    if (!range.getSubtype().equalsIgnoreCase(offered.getSubtype())) {
      return -1;
    }
    @Nullable String wanted = variant(range);
    if (wanted == null) {
      return 2;
    }
    return wanted.equals(variant(offered)) ? 3 : -1;
  }

  private static @Nullable String variant(MediaType type) {
    Optional<String> variant = type.getParameters().get(VARIANT);
    return variant.map(v -> v.toLowerCase(Locale.ROOT)).orElse(null);
  }
}
