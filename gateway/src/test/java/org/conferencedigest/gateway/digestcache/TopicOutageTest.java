package org.conferencedigest.gateway.digestcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.conferencedigest.embedded.TestKafka;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.gateway.Await;
import org.conferencedigest.gateway.FakeDigests;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.Updates;
import org.junit.jupiter.api.Test;

class TopicOutageTest {

  @Test
  void noReaderIsLeftWithAnOldDigestWhileTheTopicCannotBeRead() {
    try (TestKafka broker = TestMachine.ownKafka()) {
      Updates.createTopic(broker.bootstrapServers());
      try (RunningGateway gateway =
              RunningGateway.start(
                  Map.of(
                      "kafka.bootstrap.servers", broker.bootstrapServers(),
                      "gateway.digests.topic-silence", "2s",
                      "gateway.digests.revalidate-after", "200ms"));
          Updates updates =
              new Updates(broker.bootstrapServers(), gateway.bean(EventCodec.class))) {
        UpdateFeed feed = gateway.bean(UpdateFeed.class);
        FakeDigests digests = new FakeDigests(gateway.summary(), "spark").at(1);
        Await.until("the topic to be read", feed::isLive);
        assertThat(gateway.get(digests.path("md")).body()).isEqualTo(digests.text("md", 1));
        broker.kill();
        Await.until("the silence to be noticed", () -> !feed.isLive());
        digests.at(2);
        Await.until(
            "the new digest",
            () -> gateway.get(digests.path("md")).body().equals(digests.text("md", 2)));
        broker.restart();
        Await.until("the topic to be read again", feed::isLive);
        updates.publish("spark", 3, Map.of());
        digests.at(3);

        Await.until(
            "the next digest",
            () -> gateway.get(digests.path("md")).body().equals(digests.text("md", 3)));
        int asked = digests.asked("md");
        for (int i = 0; i < 20; i++) {
          assertThat(gateway.get(digests.path("md")).statusCode()).isEqualTo(200);
        }
        assertThat(digests.asked("md")).isEqualTo(asked);
      }
    }
  }

  @Test
  void aGatewayThatStartsKnowsWhatWasPublishedBefore() {
    String servers = TestMachine.kafka().bootstrapServers();
    Updates.createTopic(servers);
    String conference = "before-" + System.nanoTime();
    for (int revision = 1; revision <= 2; revision++) {
      try (RunningGateway gateway =
              RunningGateway.start(Map.of("kafka.bootstrap.servers", servers));
          Updates updates = new Updates(servers, gateway.bean(EventCodec.class))) {
        Await.until("the topic to be read", () -> gateway.bean(UpdateFeed.class).isLive());
        assertThat(gateway.bean(Revisions.class).latest(conference)).isEqualTo(revision - 1);
        updates.publish(conference, revision, Map.of());
      }
    }
  }

  @Test
  void aGatewayThatStopsLeavesNoThreadBehind() {
    RunningGateway.start().close();

    Await.until(
        "the threads to end",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("digest-updates")));
  }
}
