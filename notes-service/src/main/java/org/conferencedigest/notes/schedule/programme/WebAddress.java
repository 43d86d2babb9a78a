package org.conferencedigest.notes.schedule.programme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses as people and programs write them into programmes. */
final class WebAddress {

  private static final String ALLOWED = "-._~:/?@!$&'()*+,;=";

  private WebAddress() {}

  /**
   * The address in a form that programs agree on (RFC 3986).
   *
   * @param base what an address without a server refers to
   * @return empty if it is no address of the web
   */
  static Optional<String> of(String written, @Nullable String base) {
    String text = written.strip();
    if (text.regionMatches(true, 0, "www.", 0, 4)) {
      text = "https://" + text;
    }
    Optional<URI> uri = parse(text);
    if (uri.isPresent() && uri.get().getScheme() == null && base != null) {
      URI relative = uri.get();
      uri = parse(base.strip()).filter(URI::isAbsolute).map(absolute -> absolute.resolve(relative));
    }
    return uri.filter(WebAddress::isOfTheWeb).map(URI::toString);
  }

  private static boolean isOfTheWeb(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("https") || scheme.equals("http"))
        && uri.getRawAuthority() != null
        && !uri.getRawAuthority().isEmpty();
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(escaped(text)));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** What may not stand in an address is escaped; what is escaped, or may stand there, stays. */
  private static String escaped(String text) {
    StringBuilder address = new StringBuilder();
    boolean inFragment = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean keeps =
          switch (c) {
            case '#' -> !inFragment;
            case '%' -> isEscape(text, i);
            default -> mayStand(c);
          };
      inFragment |= c == '#';
      if (keeps) {
        address.append(c);
      } else {
        for (byte octet : String.valueOf(c).getBytes(UTF_8)) {
          address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
        }
      }
    }
    return address.toString();
  }

  private static boolean mayStand(char c) {
    return c > 0x7f
        ? !Character.isSpaceChar(c) && !Character.isISOControl(c)
        : Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}
