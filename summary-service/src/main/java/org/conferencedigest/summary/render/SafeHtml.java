package org.conferencedigest.summary.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * HTML of strangers made safe: elements and attributes that are on a list remain, with URLs of the
 * web; all others go, what stands in them as text remains, scripts and styles go as a whole. What
 * remains is balanced and freshly written, so that no browser reads it differently.
 *
 * <p>What our own renderer says to the page (ids, marks of slots) it says in attributes that carry
 * a secret of the text's own hash; the same attributes without it are a stranger's, and go.
 */
final class SafeHtml {

  /** The attribute of a {@code div} that stands for something to be put in its place. */
  static final String MARK = "data-mark";

  private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");

  private SafeHtml() {}

  /** A part of safe HTML. */
  sealed interface Part {

    /** HTML as it is. */
    record Html(String html) implements Part {}

    /**
     * Something to be put in here.
     *
     * @param name what our renderer called it
     */
    record Mark(String name) implements Part {}
  }

  /**
   * Makes HTML safe.
   *
   * @param secret what begins the values of our own attributes
   * @return null if the sanitizer fails on it
   */
  static @Nullable List<Part> of(String html, String secret) {
    Writer writer = new Writer(secret);
    try {
      HtmlSanitizer.sanitize(html, AllowList.POLICY.apply(writer));
    } catch (RuntimeException | StackOverflowError unforeseen) {
      // What the library did not think of is shown as it was written.
      return null;
    }
    return writer.parts();
  }

  /** Makes HTML safe that has no marks; null if the sanitizer fails on it. */
  static @Nullable String textOf(String html, String secret) {
    List<Part> parts = of(html, secret);
    if (parts == null) {
      return null;
    }
    StringBuilder text = new StringBuilder(html.length());
    for (Part part : parts) {
      switch (part) {
        case Part.Html piece -> text.append(piece.html());
        case Part.Mark nothing -> {}
      }
    }
    return text.toString();
  }

  /** Writes what the policy let through. */
  private static final class Writer implements HtmlStreamEventReceiver {

    private final String secret;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean atMark;

    Writer(String secret) {
      this.secret = secret;
    }

    List<Part> parts() {
      while (!open.isEmpty()) {
        close(open.pop());
      }
      endPart();
      return List.copyOf(parts);
    }

    private void endPart() {
      if (!html.isEmpty()) {
        parts.add(new Part.Html(html.toString()));
        html.setLength(0);
      }
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
      atMark = false;
      int from = html.length();
      html.append('<').append(element);
      for (int i = 0; i + 1 < attributes.size(); i += 2) {
        String name = attributes.get(i);
        String value = attributes.get(i + 1);
        switch (name) {
          case MARK -> {
            if (value.startsWith(secret)) {
              html.setLength(from);
              endPart();
              parts.add(new Part.Mark(value.substring(secret.length())));
              atMark = true;
              return;
            }
          }
          case "id", "aria-labelledby", "aria-label" -> {
            if (value.startsWith(secret)) {
              attribute(name, value.substring(secret.length()));
            }
          }
          default -> attribute(name, value);
        }
      }
      html.append('>');
      if (!VOID.contains(element)) {
        open.push(element);
      }
    }

    private void attribute(String name, String value) {
      html.append(' ').append(name).append("=\"");
      Escape.html(value, html);
      html.append('"');
    }

    @Override
    public void closeTag(String element) {
      if (atMark) {
        // The empty div that carries a mark is not written.
        atMark = false;
      } else if (open.contains(element)) {
        // The sanitizer balances, but for what nests deeper than it follows.
        String inner = open.pop();
        while (!inner.equals(element)) {
          close(inner);
          inner = open.pop();
        }
        close(element);
      }
    }

    private void close(String element) {
      html.append("</").append(element).append('>');
    }

    @Override
    public void text(String text) {
      atMark = false;
      Escape.html(text, html);
    }
  }
}
