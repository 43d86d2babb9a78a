package org.conferencedigest.gateway.digestcache;

import org.jspecify.annotations.Nullable;

/** The formats of a digest that are held in memory. The order is that of preference. */
enum Format {
  HTML("html", "text", "html", null),
  MARKDOWN("md", "text", "markdown", "gfm"),
  HUGO("hugo.md", "text", "markdown", "hugo"),
  JEKYLL("jekyll.md", "text", "markdown", "jekyll"),
  JSON("json", "application", "json", null),
  ATOM("atom", "application", "atom+xml", null),
  CALENDAR("ics", "text", "calendar", null);

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
   * How closely a media range names this format: 0 not at all, more the closer. Markdown has
   * variants (RFC 7763).
   */
  int closeness(String rangeType, String rangeSubtype, @Nullable String rangeVariant) {
    if (rangeType.equals("*")) {
      return 1;
    }
    if (!type.equals(rangeType)) {
      return 0;
    }
    if (rangeSubtype.equals("*")) {
      return 2;
    }
    if (!subtype.equals(rangeSubtype)) {
      return 0;
    }
    return rangeVariant == null ? 3 : rangeVariant.equals(variant) ? 4 : 0;
  }
}
