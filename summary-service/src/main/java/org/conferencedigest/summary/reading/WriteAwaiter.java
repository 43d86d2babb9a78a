package org.conferencedigest.summary.reading;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.revision.Bell;
import org.conferencedigest.summary.state.StateReader;

/** Waits until a write can be read. */
@Singleton
final class WriteAwaiter {

  private static final String NOTES = TalkReviewed.entity("");

  private final StateReader state;
  private final Bell bell;
  private final ReadingSettings settings;
  private final Semaphore places;

  WriteAwaiter(StateReader state, Bell bell, ReadingSettings settings) {
    this.state = state;
    this.bell = bell;
    this.settings = settings;
    this.places = new Semaphore(settings.mostWaiting());
  }

  /**
   * The write that a token stands for.
   *
   * @throws ProblemException 400 if it is no token, or one of another conference
   */
  static DigestAfter token(String text, String conference) {
    DigestAfter token;
    try {
      token = DigestAfter.decode(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.malformed("The header Digest-After holds no token of a write.");
    }
    if (!token.conference().equals(conference)) {
      throw ProblemException.malformed(
          "The header Digest-After holds the token of a write to another conference.");
    }
    if (!token.versions().keySet().stream().allMatch(WriteAwaiter::isEntity)) {
      throw ProblemException.malformed("The header Digest-After holds no token of a write.");
    }
    return token;
  }

  private static boolean isEntity(String entity) {
    return entity.equals(ConferenceChanged.ENTITY)
        || (entity.startsWith(NOTES) && Slug.isValid(entity.substring(NOTES.length())));
  }

  /**
   * Returns when what is stored holds a write, here or by another instance.
   *
   * @throws ProblemException 504 if that takes too long; 503 if too many wait already
   */
  void await(DigestAfter token, Duration patience) {
    if (missing(token).isEmpty()) {
      return;
    }
    if (!places.tryAcquire()) {
      throw ProblemException.unavailable(
          "Too many reads wait for writes just now.", Duration.ofSeconds(1));
    }
    try (Bell.Listener listener = bell.listenFor(token.conference())) {
      await(token, patience, listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable("The service is stopping.", Duration.ofSeconds(1));
    } finally {
      places.release();
    }
  }

  private void await(DigestAfter token, Duration patience, Bell.Listener listener)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Duration look = settings.firstLook();
    for (Map<String, Long> missing = missing(token); !missing.isEmpty(); missing = missing(token)) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (!left.isPositive()) {
        throw ProblemException.timeout(howFar(token, missing));
      }
      if (!listener.await(look.compareTo(left) < 0 ? look : left)) {
        Duration longer = look.multipliedBy(2);
        look = longer.compareTo(settings.longestLook()) < 0 ? longer : settings.longestLook();
      }
    }
  }

  /** What is stored of the entities that are not as far as the token says. */
  private Map<String, Long> missing(DigestAfter token) {
    Map<String, Long> stored = state.versions(token.conference(), token.versions().keySet());
    Map<String, Long> missing = new TreeMap<>();
    token
        .versions()
        .forEach(
            (entity, version) -> {
              long present = stored.getOrDefault(entity, 0L);
              if (present < version) {
                missing.put(entity, present);
              }
            });
    return missing;
  }

  private static String howFar(DigestAfter token, Map<String, Long> missing) {
    return missing.entrySet().stream()
        .map(
            entry ->
                "%s is at version %d, not yet at %d"
                    .formatted(
                        entry.getKey(),
                        entry.getValue(),
                        token.versions().getOrDefault(entry.getKey(), 0L)))
        .collect(Collectors.joining("; ", "The digest does not hold that write yet: ", "."));
  }
}
