package org.conferencedigest.gateway.header;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * Refuses what two servers could understand in two ways, so that no request can be smuggled past
 * this one inside another (RFC 9112, section 11.2).
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

  StrictRequestDecoder(int maxInitialLineLength, int maxHeaderSize, int maxChunkSize) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(maxInitialLineLength)
            .setMaxHeaderSize(maxHeaderSize)
            .setMaxChunkSize(maxChunkSize)
            .setAllowDuplicateContentLengths(false)
            .setStrictLineParsing(true));
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    // "A server MAY reject a request that contains both Content-Length and Transfer-Encoding"
    // (RFC 9112, section 6.1). No honest client of today sends one.
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
