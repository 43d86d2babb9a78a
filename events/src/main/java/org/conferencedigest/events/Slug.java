package org.conferencedigest.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that can stand in an address: letters and digits of any script in lower case, {@code -}
 * and {@code _}, at most 128 characters.
 */
public final class Slug {

  /** How long a slug is at the most, in characters. */
  public static final int LONGEST = 128;

  private static final Pattern VALID = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}_-]+");
  private static final Pattern OTHERS =
      Pattern.compile("-*(?:[^\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}_-]+-*)+");

  private Slug() {}

  /** Whether a text is a slug. */
  public static boolean isValid(String text) {
    return text.length() <= LONGEST && VALID.matcher(text).matches();
  }

  /**
   * A slug for a title: lower case, runs of anything else as one {@code -}. The same text gives the
   * same slug; a text without a letter or digit gives {@code untitled}.
   */
  public static String from(String title) {
    String lower = Normalizer.normalize(title, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String slug = OTHERS.matcher(lower).replaceAll("-").replaceAll("^-+|-+$", "");
    if (slug.length() > LONGEST) {
      slug = slug.substring(0, LONGEST).replaceAll("-+$", "");
    }
    return slug.isEmpty() ? "untitled" : slug;
  }
}
