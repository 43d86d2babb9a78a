package org.conferencedigest.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three notes services, three summary services, two gateways: one product. */
@NeedsDocker
class ScaleOutTest {

  private static final int CONFERENCES = 200;
  private static final int NOTES = 4;
  private static final int WRITERS = 8;
  private static final int PARTITIONS = 12;

  // GROUP TOPIC PARTITION CURRENT-OFFSET LOG-END-OFFSET LAG CONSUMER-ID HOST CLIENT-ID
  private static final Pattern ROW =
      Pattern.compile(
          "^summary-service\\s+\\S+\\s+\\d+\\s+\\S+\\s+(?<end>\\d+)\\s+\\S+\\s+\\S+\\s+/(?<host>\\S+)");
  private static final Pattern EVENTS =
      Pattern.compile("^digest_events_total\\{.*} (\\S+)$", Pattern.MULTILINE);

  private final Stack stack = Stack.running();

  @AfterEach
  void scaleBack() {
    stack.up();
  }

  @Test
  void manyInstancesWriteTheSameDigests() throws Exception {
    int port = twoFreePorts();
    stack.composeWithPorts(
        port + "-" + (port + 1),
        "up",
        "--detach",
        "--wait",
        "--scale",
        "notes-service=3",
        "--scale",
        "summary-service=3",
        "--scale",
        "gateway=2");
    List<Api> gateways =
        IntStream.of(port, port + 1)
            .mapToObj(p -> stack.editor().at(URI.create("http://localhost:" + p)))
            .toList();
    Map<String, Long> writtenBefore = awaitOwners();
    Map<String, Long> doneBefore = done(writtenBefore.keySet());

    Map<Integer, Answer> last = new ConcurrentHashMap<>();
    AtomicBoolean written = new AtomicBoolean();
    AtomicInteger backwards = new AtomicInteger();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> readers =
          gateways.stream()
              .<Future<?>>map(
                  gateway -> people.submit(() -> backwards.addAndGet(read(gateway, written))))
              .toList();
      List<Future<?>> writers =
          IntStream.range(0, WRITERS)
              .<Future<?>>mapToObj(writer -> people.submit(() -> write(gateways, writer, last)))
              .toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
      written.set(true);
      for (Future<?> reader : readers) {
        reader.get();
      }
    }

    for (int n = 0; n < CONFERENCES; n++) {
      Answer first = holdingBoth(gateways.get(0), n, last);
      Answer second = holdingBoth(gateways.get(1), n, last);
      assertThat(Entries.of(first.json())).as(name(n)).isEqualTo(expected(n));
      assertThat(second.bytes()).as(name(n)).isEqualTo(first.bytes());
    }
    assertThat(backwards).as("revisions that a reader saw go back").hasValue(0);
    assertThat(since(doneBefore, done(doneBefore.keySet())))
        .as("events by the address of who applied them")
        .isEqualTo(since(writtenBefore, awaitOwners()));
  }

  /** Each conference has two writers at a time, at different gateways. */
  private static void write(List<Api> gateways, int writer, Map<Integer, Answer> last) {
    for (int n = writer / 2; n < CONFERENCES; n += WRITERS / 2) {
      Api api = gateways.get(writer % gateways.size());
      String path = "/api/v1/conferences/" + name(n);
      api.put(path, Api.JSON, "{\"title\":\"Scale\"}").ok();
      for (int note = writer % 2; note < NOTES; note += 2) {
        Answer answer = api.put(path + "/notes/n" + note, Api.JSON, Load.note(entry(n, note))).ok();
        last.put(2 * n + writer % 2, answer);
      }
    }
  }

  private static Answer holdingBoth(Api gateway, int conference, Map<Integer, Answer> last) {
    gateway.digestAfter(requireNonNull(last.get(2 * conference)), name(conference), "json").ok();
    return gateway
        .digestAfter(requireNonNull(last.get(2 * conference + 1)), name(conference), "json")
        .ok();
  }

  private static int read(Api gateway, AtomicBoolean written) {
    Map<String, Long> newest = new HashMap<>();
    int backwards = 0;
    for (int n = 0; !written.get(); n = (n + 1) % CONFERENCES) {
      Answer digest = gateway.get("/api/v1/conferences/" + name(n) + "/digest.json");
      if (digest.status() == 200) {
        long before = newest.getOrDefault(name(n), 0L);
        backwards += digest.revision() < before ? 1 : 0;
        newest.put(name(n), Math.max(before, digest.revision()));
      }
    }
    return backwards;
  }

  private static String name(int n) {
    return "scale-" + n;
  }

  private static String entry(int conference, int note) {
    return "entry " + note + " of " + conference;
  }

  private static Map<String, String> expected(int conference) {
    Map<String, String> expected = new HashMap<>();
    for (int note = 0; note < NOTES; note++) {
      expected.put("n" + note, entry(conference, note));
    }
    return expected;
  }

  /**
   * How much was written to the partitions that each consumer owns, by the address of the consumer,
   * once there are three and all partitions have an owner.
   */
  private Map<String, Long> awaitOwners() {
    return DigestSystem.await(
        Duration.ofMinutes(1),
        () -> written(stack.container("kafka")),
        owners -> owners.size() == 3);
  }

  private static Map<String, Long> written(String broker) {
    Map<String, Long> byOwner = new TreeMap<>();
    int owned = 0;
    for (String line :
        Docker.lines(
            "exec",
            broker,
            "/opt/kafka/bin/kafka-consumer-groups.sh",
            "--bootstrap-server=localhost:9092",
            "--describe",
            "--group=summary-service")) {
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        owned++;
        byOwner.merge(row.group("host"), Long.parseLong(row.group("end")), Long::sum);
      }
    }
    return owned == 2 * PARTITIONS ? byOwner : Map.of();
  }

  /** How many events each summary service has dealt with, by its address at the broker. */
  private Map<String, Long> done(Set<String> addresses) {
    Map<String, Long> done = new TreeMap<>();
    for (String container : stack.containers("summary-service")) {
      String its =
          Docker.inspect(container, "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}");
      String address =
          addresses.stream()
              .filter(List.of(its.split(" "))::contains)
              .findFirst()
              .orElseThrow(() -> new AssertionError("owns nothing: " + its));
      String metrics = stack.operator(container, "summary-service").get("/metrics").ok().text();
      done.put(
          address,
          EVENTS
              .matcher(metrics)
              .results()
              .mapToLong(result -> (long) Double.parseDouble(result.group(1)))
              .sum());
    }
    return done;
  }

  private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
    Map<String, Long> difference = new TreeMap<>(now);
    before.forEach((address, count) -> difference.merge(address, -count, Long::sum));
    return difference;
  }

  private static int twoFreePorts() throws IOException {
    for (int tried = 0; tried < 100; tried++) {
      int port = DigestSystem.freePort();
      try (ServerSocket next = new ServerSocket(port + 1)) {
        return next.getLocalPort() - 1;
      } catch (BindException e) {
        // Taken: another pair may be free.
      }
    }
    throw new AssertionError("no two free ports in a row");
  }
}
