package org.conferencedigest.summary.digest;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Keeps what was made of an immutable thing, so that all documents which share the thing share
 * that, too. What is kept must depend on nothing but the thing and the key.
 */
public final class Memo {

  /** More keys than formats times places: what is no longer asked for does not pile up. */
  private static final int MOST = 24;

  private final ConcurrentMap<Key<?>, Object> made = new ConcurrentHashMap<>(4);

  Memo() {}

  /**
   * What something was made for; equal keys stand for equal things.
   *
   * @param <T> the type of what is made
   */
  @SuppressWarnings("unused")
  public interface Key<T> {}

  /** What is kept under a key, made now if it was not yet. May be made twice at a time. */
  public <T> T get(Key<T> key, Supplier<T> maker) {
    @SuppressWarnings("unchecked") // Only put below, with the type of the key.
    T kept = (T) made.get(key);
    if (kept != null) {
      return kept;
    }
    T fresh = maker.get();
    if (made.size() >= MOST) {
      made.clear();
    }
    made.put(key, fresh);
    return fresh;
  }
}
