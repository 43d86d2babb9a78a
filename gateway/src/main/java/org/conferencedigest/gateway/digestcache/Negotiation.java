package org.conferencedigest.gateway.digestcache;

import java.util.Locale;
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
    String[] ranges = accept.toLowerCase(Locale.ROOT).split(",", -1);
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

  private static double quality(Format format, String[] ranges) {
    int closest = 0;
    double quality = 0;
    for (String range : ranges) {
      String[] parts = range.split(";", -1);
      String media = parts[0].strip();
      int slash = media.indexOf('/');
      if (slash > 0) {
        int closeness =
            format.closeness(
                media.substring(0, slash), media.substring(slash + 1), parameter(parts, "variant"));
        if (closeness > closest) {
          closest = closeness;
          quality = quality(parameter(parts, "q"));
        }
      }
    }
    return quality;
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
        gzip = quality(parameter(parts, "q"));
      } else if (name.equals("*")) {
        any = quality(parameter(parts, "q"));
      }
    }
    return gzip >= 0 ? gzip > 0 : any > 0;
  }

  private static @Nullable String parameter(String[] parts, String name) {
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1).replace("\"", "");
      }
    }
    return null;
  }

  private static double quality(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    try {
      return Math.clamp(Double.parseDouble(text), 0, 1);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
