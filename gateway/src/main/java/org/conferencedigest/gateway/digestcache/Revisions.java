package org.conferencedigest.gateway.digestcache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.DigestUpdated;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the digests' revisions, from the topic and from answers: the latest of each
 * conference, and which writes are in which.
 *
 * <p>Revisions only grow, so an update that tells of an older one is late or a duplicate. There is
 * one other cause: a summary service that lost its database counts anew. Such an update therefore
 * raises a doubt, and what was held before it is confirmed with the service before it is used.
 *
 * <p>The revision that a reader was given in one format is the least for all formats of that
 * conference, until a doubt comes up or the service has not confirmed it for too long.
 */
@Singleton
public final class Revisions {

  /** What an update says beyond what was known. */
  enum News {
    /** A newer revision. */
    NEWER,
    /** What was known. */
    NONE,
    /** An older revision, or the same one made at another time. */
    DOUBT
  }

  /**
   * @param at when the revision was made; null if it is not known
   * @param doubtedAt by {@link System#nanoTime}; null: no doubt
   */
  private record Known(long revision, @Nullable Instant at, @Nullable Long doubtedAt) {}

  private record Entity(String conference, String name) {}

  /** From this revision on, the digest holds this version. */
  private record Since(long version, long revision) {}

  /** The revision that a reader was given last, and when the service last said that it is so. */
  private record Shown(long revision, long confirmedAt) {}

  private final Cache<String, Known> latest;
  private final Cache<String, Shown> shown;
  private final Cache<Entity, Since> applied;
  private final long trustNanos;

  Revisions(DigestSettings settings) {
    this.latest = Caffeine.newBuilder().maximumSize(settings.maxConferences()).build();
    this.shown = Caffeine.newBuilder().maximumSize(settings.maxConferences()).build();
    this.trustNanos = settings.trustFor().toNanos();
    this.applied = Caffeine.newBuilder().maximumSize(settings.maxApplied()).build();
  }

  /** The latest revision known of a conference's digest; 0 if none is. */
  public long latest(String conference) {
    Known known = latest.getIfPresent(conference);
    return known == null ? 0 : known.revision;
  }

  /** The revision that an answer must have; 0 if any will do. */
  long needed(String conference) {
    return Math.max(latest(conference), floor(conference));
  }

  /**
   * Takes note that a reader is given a revision, unless a newer one was given before, in whatever
   * format, and is still right as far as is known.
   *
   * @return whether it may be given
   */
  boolean show(String conference, long revision, long confirmedAt) {
    Shown before = shown.getIfPresent(conference);
    if (before != null && revision < before.revision && holds(conference, before)) {
      return false;
    }
    if (before == null || before.revision != revision || before.confirmedAt - confirmedAt < 0) {
      shown
          .asMap()
          .merge(
              conference,
              new Shown(revision, confirmedAt),
              (old, found) -> isAfter(conference, old, found) ? found : old);
    }
    return true;
  }

  private boolean isAfter(String conference, Shown old, Shown found) {
    return found.revision > old.revision
        || (found.revision == old.revision && found.confirmedAt - old.confirmedAt > 0)
        || !holds(conference, old);
  }

  /** Whether a copy that may be outdated is of no older revision than readers were given. */
  boolean mayShowOutdated(String conference, long revision) {
    Shown before = shown.getIfPresent(conference);
    return before == null
        || revision >= before.revision
        || isDoubted(conference, before.confirmedAt);
  }

  private long floor(String conference) {
    Shown before = shown.getIfPresent(conference);
    return before != null && holds(conference, before) ? before.revision : 0;
  }

  private boolean holds(String conference, Shown before) {
    return System.nanoTime() - before.confirmedAt < trustNanos
        && !isDoubted(conference, before.confirmedAt);
  }

  /** Takes note of an update. */
  News learn(DigestUpdated update) {
    Known found = new Known(update.revision(), update.at(), null);
    Known before = latest.asMap().putIfAbsent(update.conference(), found);
    News news = before == null ? News.NEWER : news(before, found);
    switch (news) {
      case NEWER -> latest.put(update.conference(), found);
      case DOUBT -> doubt(update.conference());
      case NONE -> {}
    }
    if (news != News.DOUBT) {
      hold(update.conference(), update.applied(), update.revision());
    }
    return news;
  }

  private static News news(Known before, Known found) {
    if (found.revision > before.revision) {
      return News.NEWER;
    }
    boolean same =
        found.revision == before.revision && (before.at == null || before.at.equals(found.at));
    return same ? News.NONE : News.DOUBT;
  }

  private void doubt(String conference) {
    latest
        .asMap()
        .computeIfPresent(
            conference, (c, known) -> new Known(known.revision, known.at, System.nanoTime()));
  }

  /** Whether something of this revision, confirmed at this time, must be confirmed anew. */
  boolean isOutdated(String conference, long revision, long confirmedAt) {
    if (revision < floor(conference)) {
      return true;
    }
    Known known = latest.getIfPresent(conference);
    return known != null
        && (revision < known.revision
            || (known.doubtedAt != null && confirmedAt - known.doubtedAt < 0));
  }

  /** Whether a doubt came up since then. */
  boolean isDoubted(String conference, long since) {
    Known known = latest.getIfPresent(conference);
    return known != null && known.doubtedAt != null && since - known.doubtedAt < 0;
  }

  /** The service counts anew: what was known of the revisions of before means nothing now. */
  void reset(String conference, long revision) {
    latest.put(conference, new Known(revision, null, null));
    shown.invalidate(conference);
    applied.asMap().keySet().removeIf(entity -> entity.conference.equals(conference));
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
                    Revisions::better));
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
}
