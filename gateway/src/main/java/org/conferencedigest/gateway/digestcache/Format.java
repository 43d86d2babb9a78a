package org.conferencedigest.gateway.digestcache;

import org.jspecify.annotations.Nullable;

/** The formats of a digest that are held in memory. The order is that of preference. */
enum Format {
  HTML("html", "text", "html", null),
  MARKDOWN("md", "text", "markdown", null),
  HUGO("hugo.md", "text", "markdown", "hugo"),
  JSON("json", "application", "json", null);

  private final String suffix;
  private final String type;
  private final String subtype;
  private final @Nullable String variant;

  Format(String suffix, String type, String subtype, @Nullable String variant) {
    this.suffix = suffix;
    this.type = type;
    this.subtype = subtype;
    this.variant = variant;
  }

  /** What stands after {@code digest.} in its address. */
  String suffix() {
    return suffix;
  }

  static @Nullable Format ofSuffix(String suffix) {
    for (Format format : values()) {
      if (format.suffix.equals(suffix)) {
        return format;
      }
    }
    return null;
  }

  /**
   * How closely a media range names this format: 0 not at all, more the closer. A variant of
   * Markdown (RFC 7763) is only meant by who names it.
   */
  int closeness(String rangeType, String rangeSubtype, @Nullable String rangeVariant) {
    if (rangeVariant != null) {
      return type.equals(rangeType)
              && subtype.equals(rangeSubtype)
              && rangeVariant.equalsIgnoreCase(variant)
          ? 4
          : 0;
    }
    if (variant != null) {
      return 0;
    }
    if (rangeType.equals("*")) {
      return 1;
    }
    if (!type.equals(rangeType)) {
      return 0;
    }
    return rangeSubtype.equals("*") ? 2 : subtype.equals(rangeSubtype) ? 3 : 0;
  }
}
