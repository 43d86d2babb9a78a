package org.conferencedigest.notes.frontmatter;

/** The languages of front matter. */
public enum Format {
  /** There is none. */
  NONE,
  /** Between lines of {@code +++}. */
  TOML,
  /** Between lines of {@code ---}. */
  YAML,
  /** An object at the very beginning, from brace to brace. */
  JSON,
  /** Lines of {@code Key: value} up to the first blank line, as Pelican and MultiMarkdown do it. */
  PAIRS
}
