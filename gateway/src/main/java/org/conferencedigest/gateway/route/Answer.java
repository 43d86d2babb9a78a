package org.conferencedigest.gateway.route;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.BodySizeLimits;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * What a service answered: status and headers are there, the body is still to be read, by exactly
 * one of {@link #bytes}, {@link #stream} and {@link #close}.
 */
public final class Answer implements AutoCloseable {

  private final ByteBodyHttpResponse<?> response;
  private final Runnable abort;

  Answer(ByteBodyHttpResponse<?> response, Runnable abort) {
    this.response = response;
    this.abort = abort;
  }

  public int status() {
    return response.code();
  }

  public HttpHeaders headers() {
    return response.getHeaders();
  }

  /** The whole body; fails if it breaks off, or is larger than the service's configuration lets. */
  public CompletableFuture<byte[]> bytes() {
    return response
        .byteBody()
        .buffer()
        .thenApply(AvailableByteBody::toByteArray)
        .whenComplete((bytes, failure) -> response.close());
  }

  /**
   * The body as it comes. If whoever reads it goes away, the connection to the service is closed.
   */
  CloseableByteBody stream(ByteBodyFactory bodies) {
    ByteBody body = response.byteBody();
    if (body instanceof AvailableByteBody) {
      return body.move();
    }
    Publisher<ReadBuffer> buffers = Flux.from(body.toReadBufferPublisher());
    return bodies.adapt(buffers, BodySizeLimits.UNLIMITED, response.getHeaders(), abort);
  }

  /** Leaves the body unread. */
  @Override
  public void close() {
    response.close();
  }
}
