package org.conferencedigest.gateway.digestcache;

import java.util.Locale;
import org.conferencedigest.gateway.route.Accept;
import org.jspecify.annotations.Nullable;

/** Finds what a client wants by its {@code Accept} headers (RFC 9110, section 12.5). */
final class Negotiation {

  private Negotiation() {}

  /** The format a client likes best; null: none of those. */
  static @Nullable Format format(@Nullable String accept) {
    // What browsers, scripts and most programs send need not be taken apart.
    if (accept == null || accept.equals("*/*") || accept.startsWith("text/html,")) {
      return Format.HTML;
    }
    Accept ranges = Accept.of(accept);
    Format best = null;
    double bestQuality = 0;
    for (Format format : Format.values()) {
      double quality = quality(format, ranges);
      if (quality > bestQuality) {
        best = format;
        bestQuality = quality;
      }
    }
    return best;
  }

  private static double quality(Format format, Accept accept) {
    return accept.quality(
        range -> format.closeness(range.type(), range.subtype(), range.variant()));
  }

  /** Whether a client takes gzip, by its {@code Accept-Encoding}. */
  static boolean takesGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    if (acceptEncoding.startsWith("gzip,") || acceptEncoding.equals("gzip")) {
      return true;
    }
    double gzip = -1;
    double any = -1;
    for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = coding.split(";", -1);
      String name = parts[0].strip();
      if (name.equals("gzip") || name.equals("x-gzip")) {
        gzip = Accept.quality(Accept.parameter(parts, "q"));
      } else if (name.equals("*")) {
        any = Accept.quality(Accept.parameter(parts, "q"));
      }
    }
    return gzip >= 0 ? gzip > 0 : any > 0;
  }
}
