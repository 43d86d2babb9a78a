package org.conferencedigest.gateway.header;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import org.conferencedigest.foundation.problem.RawProblem;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the connection itself, before and after everything else that handles a request: so
 * nothing in this gateway ever sees a header that a client forged, and no answer, not even one of
 * the framework's own, leaves without its headers. One for each connection, on its event loop.
 *
 * <p>A request id and a trace are always made here. They are the same number, so that one search
 * finds the log lines and the trace.
 */
final class Doorkeeper extends ChannelDuplexHandler {

  private static final AsciiString REQUEST_ID = AsciiString.cached("X-Request-Id");
  private static final AsciiString TRACEPARENT = AsciiString.cached("traceparent");
  private static final AsciiString FORWARDED_FOR = AsciiString.cached("X-Forwarded-For");
  private static final AsciiString FORWARDED_PROTO = AsciiString.cached("X-Forwarded-Proto");
  private static final AsciiString FORWARDED_HOST = AsciiString.cached("X-Forwarded-Host");

  private final ClientAddress clientAddress;
  private final String scheme;
  private final String authority;
  private final AnswerHeaders answerHeaders;

  /** The ids of the requests that have no complete answer yet; answers go out in their order. */
  private final Queue<String> inFlight = new ArrayDeque<>(2);

  private @Nullable RawProblem refusal;

  Doorkeeper(HeaderSettings settings, AnswerHeaders answerHeaders) {
    this.clientAddress = new ClientAddress(settings.trustedProxies());
    this.scheme = settings.publicUrl().getScheme();
    this.authority = settings.publicUrl().getRawAuthority();
    this.answerHeaders = answerHeaders;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (refusal != null) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      refusal = Refusal.of(request);
      if (refusal != null) {
        ReferenceCountUtil.release(message);
        refuseInTurn(ctx);
        return;
      }
      inFlight.add(clean(ctx, request.headers()));
    }
    super.channelRead(ctx, message);
  }

  private String clean(ChannelHandlerContext ctx, HttpHeaders headers) {
    String address = clientAddress.of(ctx.channel().remoteAddress(), headers.getAll(FORWARDED_FOR));
    HopByHop.stripFrom(headers);
    Forgeries.stripFrom(headers);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    String trace = hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
    headers.set(REQUEST_ID, trace);
    headers.set(TRACEPARENT, "00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01");
    headers.set(FORWARDED_FOR, address);
    headers.set(FORWARDED_PROTO, scheme);
    headers.set(FORWARDED_HOST, authority);
    return trace;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse response
        && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      answerHeaders.setOn(response.headers());
      String id = inFlight.peek();
      if (id != null) {
        response.headers().set(REQUEST_ID, id);
      }
    }
    super.write(ctx, message, promise);
    if (message instanceof LastHttpContent && !isInformational(message)) {
      inFlight.poll();
      if (refusal != null) {
        refuseInTurn(ctx);
      }
    }
  }

  private static boolean isInformational(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  /** Answers with the refusal once every request before it has its answer. */
  private void refuseInTurn(ChannelHandlerContext ctx) {
    if (refusal != null && inFlight.isEmpty()) {
      HttpResponse response = refusal.response();
      answerHeaders.setOn(response.headers());
      var _ = ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
