package org.conferencedigest.embedded.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.IntConsumer;

/** A request's body that says how many of its bytes are on their way. */
final class CountedBody implements BodyPublisher {

  private final BodyPublisher body;
  private final IntConsumer sent;

  /**
   * @param sent told of each piece how many bytes it has
   */
  CountedBody(byte[] bytes, IntConsumer sent) {
    this.body = BodyPublishers.ofByteArray(bytes);
    this.sent = sent;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(
        new Flow.Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer piece) {
            sent.accept(piece.remaining());
            subscriber.onNext(piece);
          }

          @Override
          public void onError(Throwable failure) {
            subscriber.onError(failure);
          }

          @Override
          public void onComplete() {
            subscriber.onComplete();
          }
        });
  }
}
