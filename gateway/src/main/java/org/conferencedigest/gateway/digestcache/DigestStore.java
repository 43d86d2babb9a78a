package org.conferencedigest.gateway.digestcache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The copies in memory. A copy is current while no newer revision is known and it was confirmed not
 * too long ago; how long that may be hangs on whether the topic can be read. One that is not
 * current is fetched once for all who wait for it. A revision never gives way to an older one.
 */
@Singleton
final class DigestStore {

  /** A reader who finds a fetch that began before the revision it needs waits for one more. */
  private static final int FETCHES = 2;

  private final Cache<DigestKey, Held> held;
  private final Cache<DigestKey, Boolean> failing;
  private final ConcurrentMap<DigestKey, CompletableFuture<Held>> fetches =
      new ConcurrentHashMap<>();
  private final Revisions revisions;
  private final UpdateFeed feed;
  private final DigestSource source;
  private final long trustNanos;
  private final long revalidateNanos;
  private final long missingNanos;
  private final long staleNanos;

  DigestStore(DigestSettings settings, Revisions revisions, UpdateFeed feed, DigestSource source) {
    this.held =
        Caffeine.newBuilder()
            .maximumWeight(settings.maxBytes())
            .weigher((DigestKey key, Held value) -> value.weight())
            .build();
    this.failing =
        Caffeine.newBuilder()
            .maximumSize(settings.maxConferences())
            .expireAfterWrite(settings.failingFor())
            .build();
    this.revisions = revisions;
    this.feed = feed;
    this.source = source;
    this.trustNanos = settings.trustFor().toNanos();
    this.revalidateNanos = settings.revalidateAfter().toNanos();
    this.missingNanos = settings.missingFor().toNanos();
    this.staleNanos = settings.staleIfError().toNanos();
  }

  /** What is held, if it is current. */
  @Nullable Held current(DigestKey key) {
    Held found = held.getIfPresent(key);
    return found != null && isCurrent(key, found) ? found : null;
  }

  /** Whether a copy of it was handed out since it was fetched. */
  boolean wasRead(DigestKey key) {
    return held.getIfPresent(key) instanceof Copy copy && copy.wasRead();
  }

  /** A copy that is perhaps outdated, but good enough while no better can be had. */
  @Nullable Copy stale(DigestKey key) {
    return held.getIfPresent(key) instanceof Copy copy
            && age(copy) < staleNanos
            && revisions.mayShowOutdated(key.conference(), copy.revision())
        ? copy
        : null;
  }

  /** Whether a fetch of it failed a moment ago. */
  boolean isFailing(DigestKey key) {
    return failing.getIfPresent(key) != null;
  }

  /** What is current, fetched if need be; see {@link DigestSource#fetch} for how it fails. */
  CompletableFuture<Held> fetch(DigestKey key, @Nullable HttpRequest<?> cause) {
    return fetch(key, cause, revisions.needed(key.conference()), FETCHES);
  }

  private CompletableFuture<Held> fetch(
      DigestKey key, @Nullable HttpRequest<?> cause, long needed, int left) {
    CompletableFuture<Held> begun = new CompletableFuture<>();
    CompletableFuture<Held> other = fetches.putIfAbsent(key, begun);
    if (other == null) {
      begin(key, cause, begun);
      return begun.copy();
    }
    return other.thenCompose(
        found ->
            found.revision() >= needed || left == 1
                ? CompletableFuture.completedFuture(found)
                : fetch(key, cause, needed, left - 1));
  }

  private void begin(
      DigestKey key, @Nullable HttpRequest<?> cause, CompletableFuture<Held> result) {
    Copy old = held.getIfPresent(key) instanceof Copy copy ? copy : null;
    var _ =
        // Whatever is thrown at once fails the fetch, too: its readers wait for this future.
        CompletableFuture.completedFuture(key)
            .thenCompose(wanted -> source.fetch(wanted, old, cause))
            .thenApply(fetched -> keep(key, fetched))
            .whenComplete(
                (fetched, failure) -> {
                  fetches.remove(key, result);
                  if (failure == null) {
                    failing.invalidate(key);
                    result.complete(fetched);
                  } else {
                    failing.put(key, true);
                    result.completeExceptionally(failure);
                  }
                });
  }

  /**
   * Holds what was fetched, unless what is held is newer.
   *
   * @return what is held now
   */
  Held keep(DigestKey key, Held fetched) {
    return held.asMap().merge(key, fetched, (old, found) -> newer(key, old, found));
  }

  private Held newer(DigestKey key, Held old, Held found) {
    if (found.revision() >= old.revision()) {
      return found;
    }
    if (!revisions.isDoubted(key.conference(), old.confirmedAt()) && age(old) < trustNanos) {
      return old;
    }
    revisions.reset(key.conference(), found.revision());
    return found;
  }

  private boolean isCurrent(DigestKey key, Held found) {
    if (revisions.isOutdated(key.conference(), found.revision(), found.confirmedAt())) {
      return false;
    }
    long bound =
        switch (found) {
          case Missing _ -> missingNanos;
          case Copy _ -> feed.isLive() ? trustNanos : revalidateNanos;
        };
    return age(found) < bound;
  }

  private static long age(Held found) {
    return System.nanoTime() - found.confirmedAt();
  }
}
