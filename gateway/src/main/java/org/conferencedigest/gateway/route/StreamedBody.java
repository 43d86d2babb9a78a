package org.conferencedigest.gateway.route;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.ByteBodyHttpResponseWrapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import java.io.OutputStream;

/** Writes bytes as they are, under the headers as they are. */
final class StreamedBody implements ResponseBodyWriter<Object> {

  static final StreamedBody WRITER = new StreamedBody();

  private StreamedBody() {}

  @Override
  public ByteBodyHttpResponse<?> write(
      ByteBodyFactory bodyFactory,
      HttpRequest<?> request,
      MutableHttpResponse<Object> httpResponse,
      Argument<Object> type,
      MediaType mediaType,
      Object object) {
    return ByteBodyHttpResponseWrapper.wrap(httpResponse, (CloseableByteBody) object);
  }

  @Override
  public CloseableByteBody writePiece(
      ByteBodyFactory bodyFactory,
      HttpRequest<?> request,
      HttpResponse<?> response,
      Argument<Object> type,
      MediaType mediaType,
      Object object) {
    return (CloseableByteBody) object;
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
