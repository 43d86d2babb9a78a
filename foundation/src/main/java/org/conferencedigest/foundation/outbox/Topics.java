package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Makes the topics a service needs, as far as they are missing. It tries until the broker is there,
 * beside the start of the service; readiness tells when all of them were seen.
 */
@Readiness
@Singleton
@Requires(beans = Topic.class)
final class Topics implements ApplicationEventListener<StartupEvent>, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

  private final List<Topic> topics;
  private final TopicSettings settings;
  private final KafkaConnection kafka;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean there;

  Topics(List<Topic> topics, TopicSettings settings, KafkaConnection kafka) {
    this.topics = List.copyOf(topics);
    this.settings = settings;
    this.kafka = kafka;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    Thread.ofVirtual().name("topics").start(this::provide);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.just(
        HealthResult.builder("topics").status(there ? HealthStatus.UP : HealthStatus.DOWN).build());
  }

  @PreDestroy
  void close() {
    closed.countDown();
  }

  private void provide() {
    try {
      boolean said = false;
      while (!there && closed.getCount() > 0) {
        try (Admin admin = Admin.create(config())) {
          for (Topic topic : missing(admin)) {
            make(admin, topic);
          }
          there = missing(admin).isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
          if (!said) {
            LOG.warn("The topics cannot be provided yet, trying on: {}", e.toString());
            said = true;
          }
        }
        if (!there) {
          closed.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("interrupted: the topics are left as they are", e);
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Object> config() {
    Map<String, Object> config = kafka.settingsOf(AdminClientConfig.configNames());
    config.put(AdminClientConfig.RETRIES_CONFIG, 1);
    return config;
  }

  private List<Topic> missing(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<String> present = result(admin.listTopics().names());
    return topics.stream().filter(topic -> !present.contains(topic.name())).toList();
  }

  private void make(Admin admin, Topic topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    NewTopic made =
        new NewTopic(topic.name(), topic.partitions(), settings.replication())
            .configs(topic.config());
    try {
      result(admin.createTopics(List.of(made)).all());
      LOG.info("Made topic {} of {} partitions", topic.name(), topic.partitions());
    } catch (ExecutionException e) {
      // Another instance was quicker.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private <T> T result(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
  }
}
