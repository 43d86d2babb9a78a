package org.conferencedigest.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * People who write to a conference, each to notes of her own, every write again until it is
 * accepted; and one who reads its digest all the time.
 */
final class Load implements AutoCloseable {

  private static final int NOTES_OF_A_WRITER = 4;
  private static final Set<Integer> CURED_BY_ANOTHER_TRY = Set.of(429, 502, 503, 504);
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(20);

  private final Api api;
  private final String path;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final java.util.List<Future<?>> work;
  private final Map<String, String> accepted = new ConcurrentSkipListMap<>();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final Set<Integer> incurable = ConcurrentHashMap.newKeySet();
  private final AtomicInteger backwards = new AtomicInteger();
  private final AtomicLong lastAccepted = new AtomicLong(System.nanoTime());
  private final AtomicLong longestGap = new AtomicLong();
  private volatile boolean stopped;

  /** Begins at once. */
  Load(Api api, String conference, int writers) {
    this.api = api;
    this.path = "/api/v1/conferences/" + conference;
    this.work =
        java.util.stream.Stream.concat(
                IntStream.range(0, writers).mapToObj(n -> people.submit(() -> write(n))),
                java.util.stream.Stream.of(people.submit(this::read)))
            .<Future<?>>map(future -> future)
            .toList();
  }

  /**
   * What they saw.
   *
   * @param accepted what each note was last accepted with
   * @param incurable statuses of answers that no repetition would have made better
   * @param backwards how often a read showed an older revision than the one before it
   */
  record Seen(
      Map<String, String> accepted,
      int requests,
      int errors,
      Set<Integer> incurable,
      int backwards,
      Duration longestGap) {}

  /** Returns when so many more writes have been accepted. */
  void awaitWrites(int more) {
    int enough = writes.get() + more;
    DigestSystem.await(Duration.ofMinutes(3), writes::get, count -> count >= enough);
  }

  Seen stop() {
    stopped = true;
    for (Future<?> one : work) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        throw new AssertionError("somebody gave up", e.getCause());
      }
    }
    return new Seen(
        new TreeMap<>(accepted),
        requests.get(),
        errors.get(),
        Set.copyOf(incurable),
        backwards.get(),
        Duration.ofNanos(longestGap.get()));
  }

  private void write(int writer) {
    for (int i = 0; !stopped; i++) {
      String note = "w" + writer + "-" + i % NOTES_OF_A_WRITER;
      String entry = "writer " + writer + " wrote " + i;
      while (!succeeds("PUT", "/notes/" + note, note(entry))) {
        LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
      }
      accepted.put(note, entry);
      writes.incrementAndGet();
      long now = System.nanoTime();
      longestGap.accumulateAndGet(now - lastAccepted.getAndSet(now), Math::max);
      LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
    }
  }

  private void read() {
    long newest = 0;
    while (!stopped) {
      requests.incrementAndGet();
      try {
        Answer digest = api.get(path + "/digest.json");
        if (digest.status() == 200) {
          if (digest.revision() < newest) {
            backwards.incrementAndGet();
          }
          newest = Math.max(newest, digest.revision());
        } else if (digest.status() != 404) {
          refused(digest.status());
        }
      } catch (UncheckedIOException e) {
        errors.incrementAndGet();
      }
      LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
    }
  }

  private boolean succeeds(String method, String rest, String body) {
    requests.incrementAndGet();
    try {
      Answer answer =
          api.send(
              method,
              path + rest,
              body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
              "Content-Type",
              Api.JSON);
      if (answer.status() < 300) {
        return true;
      }
      refused(answer.status());
    } catch (UncheckedIOException e) {
      // Tried again, as its author would.
      errors.incrementAndGet();
    }
    return false;
  }

  private void refused(int status) {
    errors.incrementAndGet();
    if (!CURED_BY_ANOTHER_TRY.contains(status)) {
      incurable.add(status);
    }
  }

  static String note(String entry) {
    return "{\"title\":\"N\",\"date\":\"2020-06-24\",\"body\":\"B\",\"review\":{\"entry\":\"%s\"}}"
        .formatted(entry);
  }

  @Override
  public void close() {
    stopped = true;
    people.close();
  }
}
