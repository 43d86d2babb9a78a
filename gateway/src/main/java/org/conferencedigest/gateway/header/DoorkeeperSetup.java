package org.conferencedigest.gateway.header;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpResponseEncoder;
import jakarta.inject.Singleton;
import org.conferencedigest.foundation.body.EachConnection;

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
    event.getBean().register(new EachConnection(this::complete));
    return event.getBean();
  }

  private void complete(ChannelPipeline pipeline) {
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
