package org.conferencedigest.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts parts as soon as what they need is there, starts those again that end, and stops all, each
 * before what it needs.
 *
 * <p>A part that cannot be started the first time is a reason to give up; one that has served
 * before is started again for as long as it takes, at growing intervals.
 */
public final class Supervisor implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration SOUND_LIFE = Duration.ofSeconds(30);

  private final Progress progress;
  private final Map<Part, CompletableFuture<Void>> ready = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  public Supervisor(Progress progress) {
    this.progress = progress;
  }

  /** Starts a part once those it needs are ready; they have been given to this method before. */
  public synchronized void start(Part part, Part... needed) {
    CompletableFuture<?>[] before =
        List.of(needed).stream().map(ready::get).toArray(CompletableFuture<?>[]::new);
    CompletableFuture<Void> started = new CompletableFuture<>();
    ready.put(part, started);
    threads.add(
        Thread.ofPlatform()
            .name("part-" + part.title())
            .start(() -> run(part, CompletableFuture.allOf(before), started)));
  }

  /**
   * Returns when all parts are ready.
   *
   * @throws StartException if one of them cannot be started
   */
  public void awaitReady() {
    try {
      for (CompletableFuture<Void> started : ready.values()) {
        CompletableFuture.anyOf(started, failure).join();
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartException reason
          ? reason
          : new StartException("The start failed: " + e.getCause(), e);
    }
  }

  /** Stops all parts, the last started first, and returns when they have ended. */
  @Override
  public synchronized void close() {
    stopping.countDown();
    new ArrayList<>(ready.keySet()).reversed().forEach(Part::close);
    try {
      for (Thread thread : threads) {
        thread.join(STOP_PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True from the first call of {@link #close()}. */
  public boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run(Part part, CompletableFuture<Void> before, CompletableFuture<Void> started) {
    try {
      before.join();
      long begin = System.nanoTime();
      part.restart();
      say("  %-16s %5s s".formatted(part.title(), secondsSince(begin)));
      started.complete(null);
      keepAlive(part);
    } catch (CompletionException e) {
      started.completeExceptionally(e.getCause());
    } catch (RuntimeException e) {
      started.completeExceptionally(e);
      failure.completeExceptionally(e);
    } finally {
      part.close();
    }
  }

  private void keepAlive(Part part) {
    Duration pause = FIRST_PAUSE;
    long since = System.nanoTime();
    while (!isStopping()) {
      part.onExit().join();
      if (isStopping()) {
        return;
      }
      if (System.nanoTime() - since > SOUND_LIFE.toNanos()) {
        pause = FIRST_PAUSE;
      }
      say(part.title() + " has ended; starting it again");
      since = System.nanoTime();
      if (stopsWithin(pause)) {
        return;
      }
      pause = longer(pause);
      try {
        part.restart();
        say("%s is back after %s s".formatted(part.title(), secondsSince(since)));
      } catch (RuntimeException e) {
        // Whatever it was, the next try may find it gone: a full disk, a port in use.
        say(String.valueOf(e.getMessage()));
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private boolean stopsWithin(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void say(String line) {
    if (!isStopping()) {
      progress.say(line);
    }
  }

  private static String secondsSince(long begin) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9);
  }
}
