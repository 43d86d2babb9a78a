package org.conferencedigest.system;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes wrong.
 *
 * @param kind how
 * @param part the service of the compose file that it happens to
 */
record Fault(Kind kind, String part) {

  enum Kind {
    CRASH,
    PAUSE,
    CUT,
    RESTART
  }

  /** Every service restarted as an operator does it: one instance after the other. */
  static List<Fault> rollingRestart() {
    return Stack.SERVICES.stream().map(part -> new Fault(Kind.RESTART, part)).toList();
  }

  /** Every fault of a system with one of each part. */
  static List<Fault> ofOneOfEach() {
    Stream<String> parts =
        Stream.of("notes-service", "summary-service", "gateway", "kafka", "postgres");
    List<String> all = parts.toList();
    return Stream.of(
            all.stream().map(part -> new Fault(Kind.CRASH, part)),
            Stack.SERVICES.stream().map(part -> new Fault(Kind.CUT, part)),
            all.stream().map(part -> new Fault(Kind.PAUSE, part)))
        .flatMap(faults -> faults)
        .toList();
  }

  /** Every fault of a broker that others stand in for. */
  static List<Fault> ofACluster() {
    return Stream.of("kafka", "kafka-2", "kafka-3")
        .flatMap(broker -> Stream.of(new Fault(Kind.CRASH, broker), new Fault(Kind.PAUSE, broker)))
        .toList();
  }

  /**
   * Lets it happen to that part, and returns when it is over: at once after a crash, since then it
   * is the system's turn.
   *
   * @param length of a pause or a cut
   */
  void strike(Stack stack, Duration length) throws InterruptedException {
    String container = stack.container(part);
    switch (kind) {
      case CRASH -> Docker.crash(container);
      case PAUSE -> {
        Docker.pause(container);
        Thread.sleep(length);
        Docker.docker("unpause", container);
      }
      case CUT -> {
        List<String> networks = stack.networksWithin(container);
        stack.cut(container);
        Thread.sleep(length);
        stack.heal(container, part, networks);
      }
      case RESTART -> {
        for (String one : stack.containers(part)) {
          Docker.docker("restart", one);
          stack.awaitHealthy(one);
        }
      }
    }
  }

  /** As the table of results names it. */
  String title(Duration length) {
    return switch (kind) {
      case CRASH -> "kill -9 of " + part;
      case PAUSE -> "%s paused for %d s".formatted(part, length.toSeconds());
      case RESTART -> "rolling restart of " + part;
      case CUT -> "network of %s cut for %d s".formatted(part, length.toSeconds());
    };
  }
}
