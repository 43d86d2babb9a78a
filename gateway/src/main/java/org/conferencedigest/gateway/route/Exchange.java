package org.conferencedigest.gateway.route;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.client.RawHttpClient;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** One request on its way to a service, and the answer that comes back. */
final class Exchange implements Subscriber<HttpResponse<?>> {

  /** Where Micronaut's client notes, on the request, the connection it uses. */
  private static final String CHANNEL = "netty_channel";

  private final MutableHttpRequest<?> request;
  private final CompletableFuture<ByteBodyHttpResponse<?>> answer = new CompletableFuture<>();
  private volatile @Nullable Subscription subscription;

  /** Touched on the connection's event loop only. */
  private boolean ended;

  private long useWhenAnswered;

  private Exchange(MutableHttpRequest<?> request) {
    this.request = request;
  }

  /** Sends the request. {@link #answer} fails, and the connection is closed, if none is in time. */
  static Exchange start(
      RawHttpClient client,
      MutableHttpRequest<?> request,
      @Nullable CloseableByteBody body,
      Duration timeout) {
    Exchange exchange = new Exchange(request);
    client.exchange(request, body, null).subscribe(exchange);
    var _ =
        exchange
            .answer
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (response, failure) -> {
                  if (failure != null) {
                    exchange.abort();
                  }
                });
    return exchange;
  }

  /** The answer, its body still to be read. */
  CompletableFuture<ByteBodyHttpResponse<?>> answer() {
    return answer;
  }

  /**
   * Gives the exchange up: the connection is closed, unless it is done with this exchange and
   * carries another.
   */
  void abort() {
    answer.cancel(false);
    Channel channel = request.getAttribute(CHANNEL, Channel.class).orElse(null);
    Subscription current = subscription;
    if (channel != null) {
      channel
          .eventLoop()
          .execute(
              () -> {
                if (!ended || Connections.uses(channel) == useWhenAnswered) {
                  var _ = channel.close();
                }
              });
    } else if (current != null) {
      current.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription s) {
    subscription = s;
    s.request(1);
  }

  @Override
  public void onNext(HttpResponse<?> response) {
    ended = true;
    useWhenAnswered =
        request.getAttribute(CHANNEL, Channel.class).map(Connections::uses).orElse(-1L);
    ByteBodyHttpResponse<?> bytes = (ByteBodyHttpResponse<?>) response;
    if (!answer.complete(bytes)) {
      bytes.close();
    }
  }

  @Override
  public void onError(Throwable t) {
    ended = true;
    useWhenAnswered = -1;
    answer.completeExceptionally(t);
  }

  @Override
  public void onComplete() {
    answer.completeExceptionally(new IllegalStateException("the client ended without an answer"));
  }
}
