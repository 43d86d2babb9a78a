package org.conferencedigest.web.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A conference, as the desk's pages head and link to it.
 *
 * @param days when it is, for people; empty if it does not say
 */
public record Place(String slug, String title, String days) {

  /** Where its programme stands at the desk. */
  public String desk() {
    return "/write/" + segment(slug);
  }

  /** Where its digest is read. */
  public String digest() {
    return "/conferences/" + segment(slug);
  }

  /** A name as a segment of a path. */
  public static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
