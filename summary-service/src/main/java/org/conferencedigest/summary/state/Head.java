package org.conferencedigest.summary.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a conference has come.
 *
 * @param stateVersion grows by one with each change of what is stored of the conference; 0: nothing
 *     is
 * @param revision of its digest; 0: there never was one
 * @param revisedAt when that revision was made; null if and only if there never was one
 * @param etags the entity tags of that revision by format; empty: there is no digest now
 */
public record Head(
    String conference,
    long stateVersion,
    long revision,
    @Nullable Instant revisedAt,
    Map<String, String> etags) {

  public Head {
    etags = Map.copyOf(etags);
  }

  /** Of a conference nothing is known of. */
  public static Head none(String conference) {
    return new Head(conference, 0, 0, null, Map.of());
  }

  /** Whether there is a digest. */
  public boolean isVisible() {
    return !etags.isEmpty();
  }

  /** The same digest over a newer state. */
  public Head withState(long newStateVersion) {
    return new Head(conference, newStateVersion, revision, revisedAt, etags);
  }

  /** The next revision of the digest. */
  public Head revised(Instant at, Map<String, String> newEtags) {
    return new Head(conference, stateVersion, revision + 1, at, newEtags);
  }
}
