package org.conferencedigest.foundation.body;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import jakarta.inject.Singleton;

/**
 * Puts a {@link BrokenBodyHandler} into every connection of the server. It comes first, so that
 * what others put behind the codec stands between the codec and it, and sees its answers.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrokenBodySetup implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event
        .getBean()
        .register(
            new EachConnection(
                pipeline ->
                    pipeline.addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "broken-body",
                        new BrokenBodyHandler())));
    return event.getBean();
  }
}
