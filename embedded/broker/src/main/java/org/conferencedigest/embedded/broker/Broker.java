package org.conferencedigest.embedded.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Runs Kafka on a folder, on loopback, until its standard input ends.
 *
 * <p>Arguments: the folder (formatted if it is new), the port of the clients' listener, the port of
 * the controller's listener. Once requests are served, one line {@code ready} goes to the standard
 * output; the log goes to the standard error.
 *
 * <p>The end of the standard input is the order to stop because it arrives however the process that
 * started this one has ended, {@code kill -9} included.
 */
public final class Broker {

  private static final int NODE_ID = 1;

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
  private static volatile boolean started;

  private Broker() {}

  /** Never returns: ends the process with 0 when told to stop, with 1 when it cannot start. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int clientPort = Integer.parseInt(arguments[1]);
    int controllerPort = Integer.parseInt(arguments[2]);
    Thread.ofPlatform().daemon().name("stdin-watch").start(Broker::stopAtEndOfInput);
    try {
      Files.createDirectories(folder);
      awaitFormerBroker(folder);
      formatOnce(folder);
      KafkaRaftServer server =
          new KafkaRaftServer(
              new KafkaConfig(settings(folder, clientPort, controllerPort)), Time.SYSTEM);
      server.startup();
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-stop"));
      started = true;
      System.out.println("ready");
      System.setOut(System.err);
      server.awaitShutdown();
    } catch (Exception e) {
      PrintStream log = System.err;
      log.println("The broker cannot run on " + folder);
      e.printStackTrace(log);
      Runtime.getRuntime().halt(1);
    }
  }

  private static void stopAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said here: only the end counts.
      }
    } catch (IOException e) {
      System.err.println("The pipe to the starter is broken: " + e.getMessage());
    }
    if (!started) {
      // A start cannot be stopped in good order, but like any crash it leaves the log whole.
      Runtime.getRuntime().halt(0);
    }
    Thread.ofPlatform().daemon().name("last-resort").start(Broker::haltWhenPatienceEnds);
    System.exit(0);
  }

  /** A stop that hangs must not keep the process: its starter is gone. */
  private static void haltWhenPatienceEnds() {
    try {
      Thread.sleep(STOP_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  /** After a crash of its starter, a broker takes a moment to stop; Kafka itself would not wait. */
  private static void awaitFormerBroker(Path folder) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.lock().release();
    }
  }

  /** With voters from the configuration, not from the storage, each start may use other ports. */
  private static void formatOnce(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(System.err)
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NODE_ID)
        .setControllerListenerName("CONTROLLER")
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(folder.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setHasDynamicQuorum(false)
        .run();
  }

  private static Map<String, String> settings(Path folder, int clientPort, int controllerPort)
      throws IOException {
    Properties settings = new Properties();
    try (InputStream file = Broker.class.getResourceAsStream("broker.properties")) {
      settings.load(Objects.requireNonNull(file, "broker.properties"));
    }
    settings.setProperty("node.id", String.valueOf(NODE_ID));
    settings.setProperty("log.dirs", folder.toString());
    settings.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.setProperty(
        "listeners",
        "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(clientPort, controllerPort));
    return settings.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, settings::getProperty));
  }
}
