package org.conferencedigest.embedded.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Tells whoever waits how far something is, as soon as it takes more than two seconds, and then
 * once in a while.
 */
final class Waiting implements AutoCloseable {

  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Consumer<String> out;
  private final long bytes;
  private final AtomicLong sent = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private final long began = System.nanoTime();
  private final Thread teller;

  /**
   * @param out takes a line for whoever waits
   * @param bytes how many are to be sent
   */
  Waiting(Consumer<String> out, long bytes) {
    this.out = out;
    this.bytes = bytes;
    this.teller = Thread.ofVirtual().name("waiting").start(this::tell);
  }

  /** Some more bytes are on their way. */
  void sent(int count) {
    sent.addAndGet(count);
  }

  private void tell() {
    try {
      for (Duration pause = QUIET; !await(pause); pause = BETWEEN) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        out.accept(
            sent.get() < bytes
                ? "  %,d of %,d KiB sent (%d s)".formatted(sent.get() / 1024, bytes / 1024, seconds)
                : "  All is sent; the server is working on it (%d s)".formatted(seconds));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean await(Duration pause) throws InterruptedException {
    return done.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    done.countDown();
    try {
      teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
