package org.conferencedigest.summary.render;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In whose name things get ids that never change (RFC 4151): a domain or a mailbox, and a day on
 * which it was its owner's. Ids hang on this and on slugs alone; the addresses of pages may change.
 *
 * @param text for example {@code digest.example.org,2026}
 */
public record TaggingEntity(String text) {

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final String DOMAIN = LABEL + "(?:\\." + LABEL + ")*";

  /** "taggingEntity = authorityName "," date", as a regular expression. */
  public static final String FORM =
      "(?:[A-Za-z0-9._-]+@)?"
          + DOMAIN
          + ",[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?";

  private static final Pattern SYNTAX = Pattern.compile(FORM);

  private static final Pattern HOST = Pattern.compile(DOMAIN);

  /** Since when there are such ids. */
  private static final String YEAR = "2026";

  public TaggingEntity {
    if (text.length() > 300 || !SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no tagging entity. Name a domain and a date on which it was yours, as in digest.example.org,2026."
              .formatted(text));
    }
  }

  /** The host of a public address. */
  public static TaggingEntity of(String publicUrl) {
    String host = host(publicUrl);
    return new TaggingEntity((host == null ? "localhost" : host) + "," + YEAR);
  }

  private static @Nullable String host(String publicUrl) {
    try {
      String host = URI.create(publicUrl).getAuthority();
      if (host == null) {
        return null;
      }
      String name = host.replaceFirst("^.*@", "").replaceFirst(":[0-9]*$", "");
      String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
      return HOST.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  /**
   * An id.
   *
   * @param specific what it is of, in ASCII
   */
  String tag(String specific) {
    return "tag:" + text + ":" + specific;
  }

  /** The domain. */
  String domain() {
    return text.substring(text.indexOf('@') + 1, text.indexOf(','));
  }
}
