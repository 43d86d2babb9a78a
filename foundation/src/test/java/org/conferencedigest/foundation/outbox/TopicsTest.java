package org.conferencedigest.foundation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.conferencedigest.embedded.TestKafka;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private static final String RUN = UUID.randomUUID().toString();
  private static final String STATES = "states-" + RUN;
  private static final String NEWS = "news-" + RUN;

  @Test
  void startsAtOnceAndIsReadyWhenTheTopicsAreThere() throws Exception {
    try (TestKafka broker = TestMachine.ownKafka();
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      // Made by an operator: left as it is.
      admin.createTopics(List.of(new NewTopic(NEWS, 5, (short) 1))).all().get();
      broker.kill();
      try (TestService service =
          TestService.start(
              "topics", Map.of("kafka.bootstrap.servers", broker.bootstrapServers()))) {
        assertThat(service.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/health/readiness").statusCode()).isEqualTo(503);
        broker.restart();
        Relays.await(() -> service.get("/health/readiness").statusCode() == 200);
      }

      var topics = admin.describeTopics(List.of(STATES, NEWS)).allTopicNames().get();
      assertThat(topics.values())
          .extracting(topic -> topic.name() + " " + topic.partitions().size())
          .containsExactlyInAnyOrder(STATES + " 3", NEWS + " 5");
      ConfigResource states = new ConfigResource(ConfigResource.Type.TOPIC, STATES);
      assertThat(admin.describeConfigs(List.of(states)).all().get().values())
          .singleElement()
          .satisfies(
              config -> {
                assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
                assertThat(config.get("max.message.bytes").value()).isEqualTo("5000000");
              });
    }
  }

  @Factory
  @Requires(property = "test.service", value = "topics")
  static class Needed {

    @Singleton
    @Named("states")
    Topic states() {
      return Topic.compacted(STATES, 3).withRecordsUpTo(5_000_000);
    }

    @Singleton
    @Named("news")
    Topic news() {
      return Topic.kept(NEWS, 3, Duration.ofDays(30));
    }
  }
}
