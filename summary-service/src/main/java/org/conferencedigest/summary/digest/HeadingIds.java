package org.conferencedigest.summary.digest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.conferencedigest.events.Slug;

/**
 * Names the headings of one page. The same headings in the same order get the same names, each but
 * once, and none that the page uses for something else.
 */
public final class HeadingIds {

  private final String prefix;
  private final Set<String> used = new HashSet<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * @param prefix what all names begin with
   */
  public HeadingIds(String prefix) {
    this.prefix = prefix;
  }

  /** The name of the next heading. */
  public String next(String title) {
    String slug = Slug.from(title);
    if (prefix.isEmpty() && isReserved(slug)) {
      slug = "section-" + slug;
    }
    int n = seen.merge(slug, 1, Integer::sum);
    String id = n == 1 ? slug : slug + "-" + n;
    while (!used.add(id)) {
      n = seen.merge(slug, 1, Integer::sum);
      id = slug + "-" + n;
    }
    return prefix + id;
  }

  /** Entries are {@code note-…}, footnotes {@code fn…}; {@code digest} is the page's main part. */
  private static boolean isReserved(String slug) {
    return slug.startsWith("note-") || slug.startsWith("fn") || slug.equals("digest");
  }
}
