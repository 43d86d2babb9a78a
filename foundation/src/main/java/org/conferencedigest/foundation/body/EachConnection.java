package org.conferencedigest.foundation.body;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.util.function.Consumer;

/**
 * Does something with the pipeline of each connection that the server accepts, as soon as it is
 * built.
 */
public final class EachConnection implements NettyServerCustomizer {

  private final Consumer<ChannelPipeline> action;

  public EachConnection(Consumer<ChannelPipeline> action) {
    this.action = action;
  }

  @Override
  public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
    // The listener's customizer is asked again for each connection it accepts.
    return role == ChannelRole.CONNECTION
        ? new NettyServerCustomizer() {
          @Override
          public void onInitialPipelineBuilt() {
            action.accept(channel.pipeline());
          }
        }
        : this;
  }
}
