package org.conferencedigest.foundation.body;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.conferencedigest.foundation.problem.RawProblem;

/**
 * Looks at how each part of a body was decoded, which the framework does not: to it, a body whose
 * chunks cannot be read any further has ended. One for each connection, on its event loop.
 *
 * <p>A body that is broken is answered with 400, and the connection is closed, since where the next
 * request begins is not certain (RFC 9112, section 7.1). Whoever reads the body sees a connection
 * that ended early. Where an answer has begun already, or one to an earlier request is still to
 * come, the connection is closed without a word.
 */
final class BrokenBodyHandler extends ChannelDuplexHandler {

  private static final RawProblem BROKEN =
      RawProblem.malformed("The framing of the body is broken: the chunks do not follow RFC 9112.");

  /** Requests that have no complete answer yet. */
  private int unanswered;

  private boolean answering;
  private boolean broken;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (broken) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest) {
      unanswered++;
    }
    if (!(message instanceof HttpRequest)
        && message instanceof HttpContent part
        && part.decoderResult().isFailure()) {
      broken = true;
      ReferenceCountUtil.release(message);
      refuse(ctx);
      return;
    }
    super.channelRead(ctx, message);
  }

  private void refuse(ChannelHandlerContext ctx) {
    if (unanswered == 1 && !answering) {
      var _ = ctx.writeAndFlush(BROKEN.response()).addListener(ChannelFutureListener.CLOSE);
    } else {
      var _ = ctx.close();
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    if (broken) {
      // The connection closes; what was said before stands.
      ReferenceCountUtil.release(message);
      promise.tryFailure(new IllegalStateException("the request's body was broken"));
      return;
    }
    boolean informational =
        message instanceof HttpResponse response
            && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (message instanceof HttpResponse && !informational) {
      answering = true;
    }
    if (message instanceof LastHttpContent && !informational) {
      answering = false;
      unanswered--;
    }
    super.write(ctx, message, promise);
  }
}
