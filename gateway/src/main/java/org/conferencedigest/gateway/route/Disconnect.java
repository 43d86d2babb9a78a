package org.conferencedigest.gateway.route;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.util.concurrent.CompletableFuture;

/** Ends what binds a client and the work for it. */
public final class Disconnect {

  private Disconnect() {}

  /**
   * Cancels the work if the client of the request goes away before it is done.
   *
   * @return the work
   */
  public static <T> CompletableFuture<T> cancels(
      CompletableFuture<T> work, HttpRequest<?> request) {
    if (!work.isDone() && request instanceof NettyHttpRequest<?> netty) {
      ChannelFuture closed = netty.getChannelHandlerContext().channel().closeFuture();
      ChannelFutureListener listener = future -> work.cancel(false);
      closed.addListener(listener);
      // A connection outlives its requests: without this it would collect their listeners.
      var _ = work.whenComplete((result, failure) -> closed.removeListener(listener));
    }
    return work;
  }

  /** Closes the connection of a request at once, whatever is still to be written to it. */
  public static void force(HttpRequest<?> request) {
    if (request instanceof NettyHttpRequest<?> netty) {
      var _ = netty.getChannelHandlerContext().channel().close();
    }
  }
}
