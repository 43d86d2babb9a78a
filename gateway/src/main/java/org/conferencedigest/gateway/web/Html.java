package org.conferencedigest.gateway.web;

import java.util.Map;
import org.conferencedigest.web.Head;
import org.conferencedigest.web.Templates;

/** Writes pages. */
public final class Html {

  private Html() {}

  /** A text as it stands in content and in quoted attributes. */
  public static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      String entity =
          switch (text.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
          };
      if (entity != null) {
        if (escaped == null) {
          escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        escaped.append(entity);
      } else if (escaped != null) {
        escaped.append(text.charAt(i));
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  /**
   * A whole page.
   *
   * @param title as text
   * @param kind the class of its main part
   * @param content of its main part, as HTML
   */
  public static String page(String title, String kind, String content) {
    return page(Head.of(title), kind, content);
  }

  /** A whole page that says more of itself than its title. */
  public static String page(Head head, String kind, String content) {
    return Templates.render("html", Map.of("head", head, "kind", kind, "html", content));
  }
}
