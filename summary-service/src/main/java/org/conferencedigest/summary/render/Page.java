package org.conferencedigest.summary.render;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.conferencedigest.summary.digest.PlainText;
import org.conferencedigest.web.Assets;
import org.jspecify.annotations.Nullable;

/** What all pages have in common. */
final class Page {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

  private final StringBuilder html = new StringBuilder();

  /**
   * Begins a page, up to where its main part goes.
   *
   * @param canonical the one address of the page
   */
  Page(String title, String canonical) {
    html.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        """);
    html.append("<title>").append(Escape.html(PlainText.onOneLine(title))).append("</title>\n");
    html.append("<link rel=\"canonical\" href=\"").append(Escape.html(canonical)).append("\">\n");
    html.append("<link rel=\"stylesheet\" href=\"" + Assets.path("site.css") + "\">\n");
  }

  /** More for the head: the digest in another format. */
  Page alternate(String mediaType, String href, String title) {
    html.append("<link rel=\"alternate\" type=\"")
        .append(mediaType)
        .append("\" href=\"")
        .append(Escape.html(href))
        .append("\" title=\"")
        .append(Escape.html(title))
        .append("\">\n");
    return this;
  }

  /**
   * Begins the body.
   *
   * @param navigation links to where the reader came from, as HTML
   */
  Page body(String navigation) {
    html.append("</head>\n<body>\n<a class=\"skip\" href=\"#digest\">Skip to the content</a>\n");
    html.append("<header>\n<nav aria-label=\"Site\">\n")
        .append(navigation)
        .append("</nav>\n</header>\n");
    return this;
  }

  Page add(String more) {
    html.append(more);
    return this;
  }

  /** What was added since the page began or this was last called. */
  Fragment cut() {
    Fragment fragment = Fragment.of(html.toString());
    html.setLength(0);
    return fragment;
  }

  static String link(String href, String text) {
    return "<a href=\""
        + Escape.html(href)
        + "\">"
        + Escape.html(PlainText.onOneLine(text))
        + "</a>";
  }

  /** A day in words. */
  static String day(LocalDate day) {
    return "<time datetime=\"" + day + "\">" + DAY.format(day) + "</time>";
  }

  /** The days of a conference in words; empty if it says none. */
  static String days(@Nullable LocalDate start, @Nullable LocalDate end) {
    if (start == null || end == null || start.equals(end)) {
      LocalDate only = start == null ? end : start;
      return only == null ? "" : day(only);
    }
    String first = (start.getYear() == end.getYear() ? DAY_OF_YEAR : DAY).format(start);
    return "<time datetime=\"" + start + "\">" + first + "</time> – " + day(end);
  }

  /** Whether a URL leads to the web or to a mailbox, and so may be a link on a page. */
  static boolean isLink(@Nullable String url) {
    if (url == null) {
      return false;
    }
    String lower = url.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("mailto:");
  }
}
