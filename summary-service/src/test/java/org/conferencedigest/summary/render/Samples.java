package org.conferencedigest.summary.render;

import java.nio.file.Path;
import java.util.Map;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.Conferences;

/** Where real posts are found, on machines that have some. */
final class Samples {

  private Samples() {}

  static Path folder() {
    String set = System.getenv("DIGEST_SAMPLES");
    return set != null ? Path.of(set) : Path.of("../../shared/samples");
  }

  static ConferenceState nothing() {
    return Conferences.state(null, Map.of());
  }
}
