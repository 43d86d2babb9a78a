package org.conferencedigest.summary.digest;

import java.util.HashSet;
import java.util.Set;
import org.conferencedigest.events.Slug;

/**
 * Names the headings of one page. The same headings in the same order get the same names, each but
 * once, and none that the page uses for something else.
 */
public final class HeadingIds {

  private final String prefix;
  private final Set<String> used = new HashSet<>();

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
    String id = prefix + slug;
    for (int n = 2; !used.add(id); n++) {
      id = prefix + slug + "-" + n;
    }
    return id;
  }

  /** Entries are {@code note-…}, footnotes {@code fn…}; {@code digest} is the page's main part. */
  private static boolean isReserved(String slug) {
    return slug.startsWith("note-") || slug.startsWith("fn") || slug.equals("digest");
  }
}
