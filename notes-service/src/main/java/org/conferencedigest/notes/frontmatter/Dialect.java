package org.conferencedigest.notes.frontmatter;

import java.util.Map;

/** One language of front matter. A content is what stands between the delimiters. */
sealed interface Dialect permits TomlDialect, YamlDialect, JsonDialect, PairsDialect {

  /** How deep a front matter nests at the most: readers of nested data recurse. */
  int DEEPEST = 32;

  /**
   * The top-level keys with their values: texts, truth values, numbers, lists and maps of such, and
   * null. Dates are texts.
   */
  Map<String, Object> read(String content) throws MalformedException;

  /**
   * The content with another value for one top-level key, or with that key at its end.
   *
   * @param content one that {@link #read} takes
   * @param eol the line end to use
   */
  String with(String content, String key, Literal value, String eol);
}
