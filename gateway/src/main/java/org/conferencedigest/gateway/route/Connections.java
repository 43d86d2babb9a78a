package org.conferencedigest.gateway.route;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import jakarta.inject.Singleton;

/**
 * Counts on each connection to a service the requests it has carried, so that giving up one never
 * closes a connection that already serves the next.
 */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyClientCustomizer.Registry> {

  private static final AttributeKey<Long> USES = AttributeKey.valueOf(Connections.class, "uses");

  /** How many requests the connection has carried, the present one included. */
  static long uses(Channel channel) {
    Long uses = channel.attr(USES).get();
    return uses == null ? 0 : uses;
  }

  @Override
  public NettyClientCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyClientCustomizer.Registry> event) {
    event
        .getBean()
        .register(
            new NettyClientCustomizer() {
              @Override
              public NettyClientCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return new NettyClientCustomizer() {
                  @Override
                  public void onRequestPipelineBuilt() {
                    channel.attr(USES).set(uses(channel) + 1);
                  }
                };
              }
            });
    return event.getBean();
  }
}
