package org.conferencedigest.gateway.digestcache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Map;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.DigestUpdated;

/**
 * What is known of the digests' revisions, from the topic and from answers: the latest of each
 * conference, and which writes are in which. Both only ever grow.
 */
@Singleton
public final class Revisions {

  private record Entity(String conference, String name) {}

  /** From this revision on, the digest holds this version. */
  private record Since(long version, long revision) {}

  private final Cache<String, Long> latest;
  private final Cache<Entity, Since> applied;

  Revisions(DigestSettings settings) {
    this.latest = Caffeine.newBuilder().maximumSize(settings.maxConferences()).build();
    this.applied = Caffeine.newBuilder().maximumSize(settings.maxApplied()).build();
  }

  /** The latest revision known of a conference's digest; 0 if none is. */
  public long latest(String conference) {
    Long revision = latest.getIfPresent(conference);
    return revision == null ? 0 : revision;
  }

  /**
   * Takes note of an update.
   *
   * @return whether it tells of a newer revision than was known
   */
  boolean learn(DigestUpdated update) {
    hold(update.conference(), update.applied(), update.revision());
    long[] before = new long[1];
    latest
        .asMap()
        .compute(
            update.conference(),
            (conference, revision) -> {
              before[0] = revision == null ? 0 : revision;
              return Math.max(before[0], update.revision());
            });
    return update.revision() > before[0];
  }

  /** Takes note that the digest holds a write from this revision on, at the latest. */
  void hold(DigestAfter token, long revision) {
    hold(token.conference(), token.versions(), revision);
  }

  private void hold(String conference, Map<String, Long> versions, long revision) {
    versions.forEach(
        (entity, version) ->
            applied
                .asMap()
                .merge(
                    new Entity(conference, entity),
                    new Since(version, revision),
                    (old, found) -> better(old, found)));
  }

  private static Since better(Since old, Since found) {
    if (found.version == old.version) {
      return found.revision < old.revision ? found : old;
    }
    return found.version > old.version ? found : old;
  }

  /** Whether a revision is known to hold a write. False may also mean: not known. */
  boolean isHeld(DigestAfter token, long revision) {
    for (Map.Entry<String, Long> version : token.versions().entrySet()) {
      Since since = applied.getIfPresent(new Entity(token.conference(), version.getKey()));
      if (since == null || since.version < version.getValue() || since.revision > revision) {
        return false;
      }
    }
    return true;
  }

  /** Believes a lower revision: that of a summary service that was set up anew. */
  void reset(String conference, long revision) {
    latest.put(conference, revision);
  }
}
