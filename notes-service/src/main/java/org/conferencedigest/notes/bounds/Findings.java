package org.conferencedigest.notes.bounds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.problem.FieldError;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with a request, so that its sender hears of it at once. */
public final class Findings {

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes what is wrong at a place, a JSON pointer into the content or {@code #name}. */
  public void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }

  /** Notes all that was found in a part of the content, at {@code pointer}. */
  public void addAll(String pointer, Findings part) {
    part.errors.forEach(error -> add(pointer + error.pointer(), error.detail()));
  }

  /** Tells all that was found, each with its place. */
  public void each(BiConsumer<String, String> reader) {
    errors.forEach(error -> reader.accept(error.pointer(), error.detail()));
  }

  /**
   * Holds if nothing was found.
   *
   * @throws ProblemException 422 with all that was
   */
  public void requireNone() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(
          errors.size() == 1
              ? errors.getFirst().detail()
              : "The content is not valid in %d places; \"errors\" lists them."
                  .formatted(errors.size()),
          errors);
    }
  }

  /** A text that must be there and say something, bounded in characters. */
  public void required(String pointer, @Nullable String text, int characters) {
    if (text == null || text.isBlank()) {
      add(pointer, "is missing");
    } else {
      characters(pointer, text, characters);
    }
  }

  /** A text that may be absent, bounded in characters. */
  public void characters(String pointer, @Nullable String text, int characters) {
    if (text != null && storable(pointer, text) && text.length() > characters) {
      add(pointer, "is longer than " + characters + " characters");
    }
  }

  /** A text that may be absent, bounded in bytes of UTF-8. */
  public void bytes(String pointer, @Nullable String text, int bytes) {
    if (text != null && storable(pointer, text) && utf8Length(text) > bytes) {
      add(pointer, "is longer than " + bytes + " bytes");
    }
  }

  /** A slug that may be absent. */
  public void slug(String pointer, @Nullable String text) {
    if (text != null && !Slug.isValid(text)) {
      add(
          pointer,
          "must be a slug: letters and digits in lower case, - and _, at most %d characters"
              .formatted(Slug.LONGEST));
    }
  }

  /** A web address that may be absent. */
  public void link(String pointer, @Nullable String text, int characters) {
    characters(pointer, text, characters);
    if (text != null && !isWebAddress(text)) {
      add(pointer, "must be a web address that begins with https:// or http://");
    }
  }

  /** A list that may not have more than so many items. */
  public void count(String pointer, Collection<?> items, int most) {
    if (items.size() > most) {
      add(pointer, "has more than " + most + " items");
    }
  }

  /** PostgreSQL's text cannot hold NUL, and UTF-8 no unpaired surrogate. */
  private boolean storable(String pointer, String text) {
    if (text.indexOf('\0') >= 0) {
      add(pointer, "contains the character NUL");
      return false;
    }
    if (!isWellFormed(text)) {
      add(pointer, "contains half a character (an unpaired surrogate)");
      return false;
    }
    return true;
  }

  /** Whether each surrogate has its other half. */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      } else if (Character.isLowSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static int utf8Length(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getRawAuthority() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
