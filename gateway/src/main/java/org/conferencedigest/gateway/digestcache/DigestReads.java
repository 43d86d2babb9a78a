package org.conferencedigest.gateway.digestcache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.digestcache.DigestResponses.CacheStatus;
import org.conferencedigest.gateway.route.Disconnect;
import org.conferencedigest.gateway.route.UpstreamFailure;
import org.jspecify.annotations.Nullable;

/** Answers reads of digests: from memory if that is right, else by way of the summary service. */
@Singleton
final class DigestReads {

  private static final Duration BEHIND_RETRY = Duration.ofSeconds(1);

  private final DigestStore store;
  private final Revisions revisions;
  private final Fetcher fetcher;
  private final DigestResponses responses;
  private final DigestSettings settings;
  private final Counter hits;
  private final Counter misses;
  private final Counter stale;

  DigestReads(
      DigestStore store,
      Revisions revisions,
      Fetcher fetcher,
      DigestResponses responses,
      DigestSettings settings,
      MeterRegistry meters) {
    this.store = store;
    this.revisions = revisions;
    this.fetcher = fetcher;
    this.responses = responses;
    this.settings = settings;
    this.hits = counter(meters, "hit");
    this.misses = counter(meters, "miss");
    this.stale = counter(meters, "stale");
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("gateway.digest.reads")
        .description("Reads of digests: from memory, fetched, or outdated for want of better")
        .tag("result", result)
        .register(meters);
  }

  /** The digest a request reads; null if it is another request, or one that memory cannot judge. */
  static @Nullable DigestAddress addressOf(HttpRequest<?> request) {
    HttpMethod method = request.getMethod();
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      return null;
    }
    HttpHeaders headers = request.getHeaders();
    return headers.contains(HttpHeaders.IF_MATCH)
            || headers.contains(HttpHeaders.IF_UNMODIFIED_SINCE)
        ? null
        : DigestAddress.of(request);
  }

  /** The answer, if memory has it; null if it has not. Nothing here waits. */
  @Nullable HttpResponse<?> fromMemory(HttpRequest<?> request, DigestAddress address) {
    Held held = store.current(address.key());
    DigestAfter token = token(request, address);
    return switch (held) {
      case null -> null;
      case Missing _ -> {
        if (token != null) {
          yield null;
        }
        hits.increment();
        throw missing(address.key());
      }
      case Copy copy -> {
        if (token != null && !revisions.isHeld(token, copy.revision())) {
          yield null;
        }
        HttpResponse<?> response = responses.at(request, address, copy, CacheStatus.HIT);
        if (response == null || !show(address, copy)) {
          yield null;
        }
        hits.increment();
        yield response;
      }
    };
  }

  /** The answer, by way of the summary service. */
  CompletableFuture<HttpResponse<?>> fetched(HttpRequest<?> request, DigestAddress address) {
    DigestAfter token = token(request, address);
    return token == null ? latest(request, address) : after(request, address, token);
  }

  private CompletableFuture<HttpResponse<?>> latest(HttpRequest<?> request, DigestAddress address) {
    DigestKey key = address.key();
    if (store.current(key) instanceof Copy copy && show(address, copy)) {
      // It only has to be compressed.
      hits.increment();
      return widen(responses.when(request, address, copy, CacheStatus.HIT));
    }
    Copy fallback = store.stale(key);
    CompletableFuture<Held> fetch = store.fetch(key, request);
    if (fallback != null && store.isFailing(key)) {
      stale.increment();
      return widen(responses.when(request, address, fallback, CacheStatus.STALE));
    }
    return fetch
        .orTimeout(settings.readerWait().toMillis(), TimeUnit.MILLISECONDS)
        .thenCompose(
            held -> {
              misses.increment();
              return respond(request, address, held);
            })
        .exceptionallyCompose(
            failure -> {
              if (fallback != null && isFault(failure)) {
                stale.increment();
                return widen(responses.when(request, address, fallback, CacheStatus.STALE));
              }
              return refuse(failure);
            });
  }

  /** Never answers with a digest that does not hold the write. */
  private CompletableFuture<HttpResponse<?>> after(
      HttpRequest<?> request, DigestAddress address, DigestAfter token) {
    misses.increment();
    DigestKey key = address.key();
    Duration wait = Preferences.wait(request, settings.usualWait(), settings.longestWait());
    return Disconnect.cancels(fetcher.fetchAfter(key, token, wait, request), request)
        .thenApply(
            held -> {
              if (held instanceof Copy) {
                revisions.hold(token, held.revision());
              }
              Held kept = store.keep(key, held);
              // That it is gone may be just what the write did.
              return held instanceof Missing ? held : kept;
            })
        .thenCompose(held -> respond(request, address, held))
        .exceptionallyCompose(DigestReads::refuse);
  }

  private CompletableFuture<HttpResponse<?>> respond(
      HttpRequest<?> request, DigestAddress address, Held held) {
    return switch (held) {
      case Missing _ -> throw missing(address.key());
      case Copy copy when show(address, copy) ->
          widen(responses.when(request, address, copy, CacheStatus.FETCHED));
      case Copy _ ->
          throw ProblemException.unavailable(
              "The summary service answers with an older digest than this gateway has given out."
                  + " Try again.",
              BEHIND_RETRY);
    };
  }

  private boolean show(DigestAddress address, Copy copy) {
    return revisions.show(address.key().conference(), copy.revision(), copy.confirmedAt());
  }

  private static CompletableFuture<HttpResponse<?>> refuse(Throwable failure) {
    return switch (unwrapped(failure)) {
      case Refusal refusal -> CompletableFuture.completedFuture(refusal.response());
      case UpstreamFailure upstream -> throw upstream.toProblem();
      case TimeoutException _ ->
          throw ProblemException.timeout("The digest could not be had in time. Try again.");
      case Throwable other -> CompletableFuture.failedFuture(other);
    };
  }

  private static boolean isFault(Throwable failure) {
    return switch (unwrapped(failure)) {
      case ProblemException _ -> false;
      case Refusal refusal -> refusal.isFault();
      case Throwable _ -> true;
    };
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static ProblemException missing(DigestKey key) {
    return ProblemException.notFound(
        "There is no digest of a conference " + key.conference() + ".");
  }

  private static @Nullable DigestAfter token(HttpRequest<?> request, DigestAddress address) {
    String text = request.getHeaders().get(DigestAfter.HEADER);
    if (text == null) {
      return null;
    }
    DigestAfter token;
    try {
      token = DigestAfter.decode(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.malformed(
          "The header Digest-After is no token that a write answered with. Send it as it came.");
    }
    if (!token.conference().equals(address.key().conference())) {
      throw ProblemException.malformed(
          "The Digest-After token is of a write to another conference, "
              + token.conference()
              + ".");
    }
    return token;
  }

  @SuppressWarnings("unchecked") // a future of something is a future of what that is
  private static CompletableFuture<HttpResponse<?>> widen(
      CompletableFuture<? extends HttpResponse<?>> future) {
    return (CompletableFuture<HttpResponse<?>>) future;
  }
}
