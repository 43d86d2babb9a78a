package org.conferencedigest.embedded.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Broker() {}

  /** Never returns: ends the process with 0 when told to stop, with 1 when it cannot start. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int clientPort = Integer.parseInt(arguments[1]);
    int controllerPort = Integer.parseInt(arguments[2]);
    KafkaRaftServer server;
    try {
      formatOnce(folder);
      server =
          new KafkaRaftServer(
              new KafkaConfig(settings(folder, clientPort, controllerPort)), Time.SYSTEM);
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-stop"));
      server.startup();
    } catch (Exception e) {
      PrintStream log = System.err;
      log.println("The broker cannot start on " + folder);
      e.printStackTrace(log);
      Runtime.getRuntime().halt(1);
      return;
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Nothing is ever said here: only the end counts.
    }
    System.exit(0);
  }

  /** With voters from the configuration, not from the storage, each start may use other ports. */
  private static void formatOnce(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(folder);
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
