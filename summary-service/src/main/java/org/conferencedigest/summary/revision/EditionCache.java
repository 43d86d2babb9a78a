package org.conferencedigest.summary.revision;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest editions in memory, the longest unread going first when there are too many. An
 * edition in it may be older than the store; it is never of a transaction that did not commit.
 */
@Singleton
final class EditionCache {

  private final long mostBytes;
  private final Map<String, Edition> editions = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  EditionCache(RevisionSettings settings, MeterRegistry metrics) {
    this.mostBytes = settings.cacheBytes();
    metrics.gauge("digest.editions.cached", this, EditionCache::size);
  }

  synchronized @Nullable Edition get(String conference) {
    return editions.get(conference);
  }

  /** Keeps an edition, unless a newer one is there. */
  synchronized void offer(Edition edition) {
    String conference = edition.head().conference();
    Edition present = editions.get(conference);
    if (present != null) {
      if (present.head().stateVersion() >= edition.head().stateVersion()) {
        return;
      }
      bytes -= weight(present);
    }
    editions.put(conference, edition);
    bytes += weight(edition);
    evict();
  }

  /** The last one stays however large it is: without it each change would load all its notes. */
  private void evict() {
    Iterator<Edition> longestUnread = editions.values().iterator();
    while (bytes > mostBytes && editions.size() > 1) {
      bytes -= weight(longestUnread.next());
      longestUnread.remove();
    }
  }

  private synchronized double size() {
    return editions.size();
  }

  /** The texts it holds; notes are held as characters, renderings as bytes. */
  private static long weight(Edition edition) {
    long notes =
        edition.snapshot().published().values().stream()
            .mapToLong(note -> note.body().length() + 512L)
            .sum();
    return 1_024 + notes + edition.written().map(Edition.Digest::bytes).orElse(0L);
  }
}
