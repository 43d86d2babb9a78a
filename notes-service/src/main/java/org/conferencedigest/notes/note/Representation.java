package org.conferencedigest.notes.note;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.List;
import org.conferencedigest.foundation.problem.ProblemException;

/** In which forms a note can be had. */
enum Representation {
  JSON(MediaType.APPLICATION_JSON),
  MARKDOWN("text/markdown;charset=utf-8");

  private final String type;

  Representation(String type) {
    this.type = type;
  }

  MediaType type() {
    return MediaType.of(type);
  }

  /**
   * The form that a request's {@code Accept} prefers (RFC 9110, section 12.5.1); JSON if it does
   * not say.
   *
   * @throws ProblemException 406 if it accepts none
   */
  static Representation preferred(HttpRequest<?> request) {
    List<MediaType> ranges = List.copyOf(request.accept());
    double json = ranges.isEmpty() ? 1 : JSON.quality(ranges);
    double markdown = ranges.isEmpty() ? 0 : MARKDOWN.quality(ranges);
    if (json == 0 && markdown == 0) {
      throw ProblemException.notAcceptable("This can be had as application/json or text/markdown.");
    }
    return markdown > json ? MARKDOWN : JSON;
  }

  /** "The most specific reference has precedence." */
  private double quality(List<MediaType> ranges) {
    double quality = 0;
    int precision = -1;
    for (MediaType range : ranges) {
      int matched = matched(range);
      if (matched > precision) {
        precision = matched;
        quality = range.getQualityAsNumber().doubleValue();
      }
    }
    return quality;
  }

  private int matched(MediaType range) {
    boolean sameType = range.getType().equalsIgnoreCase(type().getType());
    if (sameType && range.getSubtype().equalsIgnoreCase(type().getSubtype())) {
      return 2;
    }
    if (sameType && range.getSubtype().equals("*")) {
      return 1;
    }
    return range.getType().equals("*") ? 0 : -1;
  }
}
