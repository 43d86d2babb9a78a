package org.conferencedigest.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.digestcache.Revisions;
import org.conferencedigest.gateway.digestcache.UpdateListener;
import org.conferencedigest.gateway.route.Disconnect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open streams, and what goes onto them. */
@Singleton
final class LiveHub implements UpdateListener, GracefulShutdownCapable {

  private static final Logger log = LoggerFactory.getLogger(LiveHub.class);

  private final OpenStreams streams;
  private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final ChangeLog changeLog;
  private final Revisions revisions;
  private final ObjectMapper json;
  private final LiveSettings settings;
  private final Counter cut;
  private volatile boolean closing;

  @Inject
  LiveHub(
      ChangeLog changeLog,
      Revisions revisions,
      ObjectMapper json,
      LiveSettings settings,
      MeterRegistry meters) {
    this(changeLog, revisions, json, settings, meters, new OpenStreams());
  }

  LiveHub(
      ChangeLog changeLog,
      Revisions revisions,
      ObjectMapper json,
      LiveSettings settings,
      MeterRegistry meters,
      OpenStreams streams) {
    this.streams = streams;
    this.changeLog = changeLog;
    this.revisions = revisions;
    this.json = json;
    this.settings = settings;
    this.cut =
        Counter.builder("gateway.live.cut")
            .description("Streams cut off because their client did not keep up")
            .register(meters);
    Gauge.builder("gateway.live.streams", open, AtomicInteger::get)
        .description("Open streams of changes")
        .register(meters);
  }

  /**
   * Opens a stream. What it begins with is on it before any update can be. {@link #closed} must
   * follow, when its client is gone.
   *
   * @param since the revision that the client has; null: none, it begins with the one that is known
   * @param known the revision that is known
   * @throws ProblemException 429 or 503 if there are too many
   */
  LiveStream open(
      String conference, @Nullable Long since, long known, String address, HttpRequest<?> request) {
    if (closing) {
      throw ProblemException.unavailable("This gateway is stopping.", settings.retry());
    }
    open.incrementAndGet();
    int ofAddress = byAddress.merge(address, 1, Integer::sum);
    if (open.get() > settings.streams() || ofAddress > settings.streamsPerAddress()) {
      release(address);
      throw ofAddress > settings.streamsPerAddress()
          ? ProblemException.tooManyRequests(
              "This address has as many open streams as it may.", settings.retry())
          : ProblemException.unavailable(
              "This gateway has as many open streams as it can hold.", settings.retry());
    }
    LiveStream stream =
        new LiveStream(
            settings.buffer(),
            since == null ? known : since,
            lagging -> catchUp(conference, lagging, request, settings.catchUpTries()),
            () -> cut(request));
    stream.send(LiveEvent.greeting(settings.retry()));
    if (since == null) {
      stream.send(LiveEvent.start(conference, known, json).bytes());
    }
    streams.add(conference, stream);
    // An update may have come between the look at the revision and the adding.
    if (stream.last() != known || revisions.latest(conference) > stream.last()) {
      stream.begin();
    }
    if (closing) {
      stream.close();
    }
    return stream;
  }

  /** The stream's client is gone. Called on the event loop. */
  void closed(String conference, LiveStream stream, String address) {
    stream.close();
    streams.remove(conference, stream);
    release(address);
  }

  private void release(String address) {
    open.decrementAndGet();
    byAddress.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
  }

  private void cut(HttpRequest<?> request) {
    cut.increment();
    Disconnect.force(request);
  }

  @Override
  public void updated(DigestUpdated update) {
    if (streams.has(update.conference())) {
      LiveEvent event = LiveEvent.of(Change.of(update), json);
      streams.forEach(update.conference(), stream -> stream.offer(event));
    }
  }

  @Override
  public void doubted(String conference) {
    streams.forEach(conference, LiveStream::begin);
  }

  private void catchUp(String conference, LiveStream stream, HttpRequest<?> request, int tries) {
    long since = stream.last();
    var _ =
        changeLog
            .since(conference, since, request)
            .thenApply(changes -> apply(conference, stream, since, changes))
            .exceptionally(
                failure -> {
                  log.debug("cannot tell what changed in {} since {}", conference, since, failure);
                  return false;
                })
            .thenAccept(
                done -> {
                  if (!done && stream.last() > since) {
                    // The service tells so many at a time.
                    catchUp(conference, stream, request, settings.catchUpTries());
                  } else if (!done && tries > 1) {
                    CompletableFuture.delayedExecutor(
                            settings.catchUpDelay().toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> catchUp(conference, stream, request, tries - 1));
                  } else if (!done) {
                    // Its client comes back with the id of the last event it got.
                    stream.close();
                  }
                });
  }

  /**
   * @return whether nothing is missing now
   */
  private boolean apply(String conference, LiveStream stream, long since, Changes changes) {
    boolean anew = changes.revision() < since;
    List<LiveEvent> missed = List.of();
    if (anew || Boolean.FALSE.equals(changes.complete())) {
      // What was in between is lost, or never was: its client reads the digest, and goes on here.
      stream.restart(LiveEvent.start(conference, changes.revision(), json));
    } else {
      missed = changes.changes().stream().map(change -> LiveEvent.of(change, json)).toList();
    }
    long known = anew ? 0 : revisions.latest(conference);
    return stream.catchUp(changes.revision(), missed, known);
  }

  @Scheduled(fixedDelay = "${gateway.live.heartbeat}", initialDelay = "${gateway.live.heartbeat}")
  void beat() {
    Duration longest = settings.longest();
    streams.forEach(
        stream -> {
          if (stream.ageNanos() > longest.toNanos()) {
            stream.close();
          } else {
            stream.beat();
          }
        });
  }

  /** Ends all streams: their clients come back, and find another gateway. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    closing = true;
    streams.forEach(LiveStream::close);
    return CompletableFuture.completedFuture(null);
  }
}
