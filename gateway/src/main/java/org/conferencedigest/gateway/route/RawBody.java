package org.conferencedigest.gateway.route;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.ByteBodyHttpResponseWrapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.BodySizeLimits;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Writes bytes, at hand or streaming, as they are, under headers as they are. */
public final class RawBody implements ResponseBodyWriter<Object> {

  private static final RawBody WRITER = new RawBody();

  private RawBody() {}

  /** Gives a response its bytes. They are not copied, and must not change. */
  public static MutableHttpResponse<?> of(MutableHttpResponse<Object> response, byte[] bytes) {
    response.body(bytes);
    response.bodyWriter(WRITER);
    return response;
  }

  /**
   * Gives a response bytes that come by and by.
   *
   * @param gone called once, when the last is sent or the client goes away; on the event loop
   */
  public static MutableHttpResponse<?> of(
      MutableHttpResponse<Object> response,
      Publisher<byte[]> bytes,
      ServerHttpRequest<?> request,
      Runnable gone) {
    ByteBodyFactory bodies = request.byteBodyFactory();
    AtomicBoolean once = new AtomicBoolean();
    Runnable end =
        () -> {
          if (once.compareAndSet(false, true)) {
            gone.run();
          }
        };
    return of(
        response,
        bodies.adapt(
            Flux.from(bytes)
                .map(piece -> bodies.readBufferFactory().adapt(piece))
                .doFinally(signal -> end.run()),
            BodySizeLimits.UNLIMITED,
            null,
            end));
  }

  static MutableHttpResponse<?> of(MutableHttpResponse<Object> response, CloseableByteBody body) {
    response.body(body);
    response.bodyWriter(WRITER);
    return response;
  }

  @Override
  public ByteBodyHttpResponse<?> write(
      ByteBodyFactory bodyFactory,
      HttpRequest<?> request,
      MutableHttpResponse<Object> httpResponse,
      Argument<Object> type,
      MediaType mediaType,
      Object object) {
    return ByteBodyHttpResponseWrapper.wrap(httpResponse, body(bodyFactory, object));
  }

  @Override
  public CloseableByteBody writePiece(
      ByteBodyFactory bodyFactory,
      HttpRequest<?> request,
      HttpResponse<?> response,
      Argument<Object> type,
      MediaType mediaType,
      Object object) {
    return body(bodyFactory, object);
  }

  private static CloseableByteBody body(ByteBodyFactory bodies, Object object) {
    return object instanceof byte[] bytes ? bodies.adapt(bytes) : (CloseableByteBody) object;
  }

  @Override
  public void writeTo(
      Argument<Object> type,
      MediaType mediaType,
      Object object,
      MutableHeaders outgoingHeaders,
      OutputStream outputStream) {
    throw new UnsupportedOperationException("bytes are written without a stream");
  }
}
