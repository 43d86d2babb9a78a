package org.conferencedigest.gateway.header;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpResponseEncoder;
import jakarta.inject.Singleton;

/** Puts the strict decoder and the doorkeeper into every connection of the server. */
@Singleton
final class DoorkeeperSetup implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final HeaderSettings settings;
  private final AnswerHeaders answerHeaders;
  private final NettyHttpServerConfiguration server;

  DoorkeeperSetup(
      HeaderSettings settings, AnswerHeaders answerHeaders, NettyHttpServerConfiguration server) {
    this.settings = settings;
    this.answerHeaders = answerHeaders;
    this.server = server;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event
        .getBean()
        .register(
            new NettyServerCustomizer() {
              @Override
              public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                // The listener's customizer is asked again for each connection it accepts.
                return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
              }
            });
    return event.getBean();
  }

  private final class Connection implements NettyServerCustomizer {

    private final Channel channel;

    Connection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onInitialPipelineBuilt() {
      ChannelPipeline pipeline = channel.pipeline();
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      pipeline.replace(
          codec,
          codec,
          new CombinedChannelDuplexHandler<>(
              new StrictRequestDecoder(
                  server.getMaxInitialLineLength(),
                  server.getMaxHeaderSize(),
                  server.getMaxChunkSize()),
              new HttpResponseEncoder()));
      pipeline.addAfter(codec, "doorkeeper", new Doorkeeper(settings, answerHeaders));
    }
  }
}
