package org.conferencedigest.web.desk;

/**
 * Something a page says above its content.
 *
 * @param tone {@code good}, {@code warn} or {@code bad}
 */
public record Told(String tone, String sentence) {

  public static Told good(String sentence) {
    return new Told("good", sentence);
  }

  public static Told bad(String sentence) {
    return new Told("bad", sentence);
  }
}
