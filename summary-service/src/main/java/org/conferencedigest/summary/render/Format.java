package org.conferencedigest.summary.render;

/** A format in which a digest is read. */
public enum Format {
  /** A complete web page. */
  HTML("html", "text/html;charset=utf-8"),
  /** Markdown for anywhere: absolute links, no front matter, no shortcodes. */
  MARKDOWN("md", "text/markdown;charset=utf-8"),
  /** The post for a Hugo site, with its front matter. */
  HUGO("hugo.md", "text/markdown;charset=utf-8;variant=hugo"),
  /** The post for a Jekyll site: with YAML front matter, nothing in it that Liquid would run. */
  JEKYLL("jekyll.md", "text/markdown;charset=utf-8;variant=jekyll"),
  /** The document as data, described by {@code schemas/digest.v1.schema.json}. */
  JSON("json", "application/json"),
  /** A feed with an entry for each note. */
  ATOM("atom", "application/atom+xml;charset=utf-8"),
  /** The talks that have notes, and those still to watch. */
  CALENDAR("ics", "text/calendar;charset=utf-8");

  private final String suffix;
  private final String mediaType;

  Format(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** What stands behind {@code digest.} in its address; also its name in events. */
  public String suffix() {
    return suffix;
  }

  /** The value of {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }
}
