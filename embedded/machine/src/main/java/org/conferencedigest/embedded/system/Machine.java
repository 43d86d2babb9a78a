package org.conferencedigest.embedded.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.embedded.FreePort;
import org.conferencedigest.embedded.KafkaBroker;
import org.conferencedigest.embedded.Life;
import org.conferencedigest.embedded.Part;
import org.conferencedigest.embedded.PostgresServer;
import org.conferencedigest.embedded.Progress;
import org.conferencedigest.embedded.ServiceProcess;
import org.conferencedigest.embedded.ServiceProcess.Service;
import org.conferencedigest.embedded.Supervisor;
import org.conferencedigest.embedded.data.DataFolder;
import org.conferencedigest.embedded.data.DatabaseRole;
import org.conferencedigest.embedded.data.Passwords;

/**
 * The whole of Conference Digest on one machine: PostgreSQL, Kafka, and one of each service, all on
 * loopback but the gateway, which listens where it is told to.
 */
public final class Machine implements AutoCloseable {

  private final Supervisor supervisor;

  private Machine(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /**
   * Begins to start everything; {@link #awaitReady()} tells when it is done.
   *
   * @param address of the gateway; its port should be free
   * @param life it is expected to have
   */
  public static Machine start(
      DataFolder folder, GatewayAddress address, Life life, Progress progress) {
    Passwords passwords = folder.passwords();
    Path publicKeys = folder.key().publicFile();
    URI notes = loopback();
    URI summary = loopback();

    PostgresServer postgres =
        PostgresServer.prepare(
            folder.postgres(), folder.log("postgresql"), passwords.of(DatabaseRole.SUPERUSER));
    Part databases = new Databases(postgres, passwords);
    KafkaBroker kafka = KafkaBroker.prepare(folder.kafka(), life, folder.log("kafka"));

    Map<String, String> common =
        Map.of(
            "DIGEST_KAFKA", kafka.bootstrapServers(),
            "DIGEST_JWKS_FILE", publicKeys.toString(),
            "DIGEST_PUBLIC_URL", address.forReaders().toString(),
            "DIGEST_TOPIC_REPLICATION", "1",
            "DIGEST_LOG", "plain");

    folder.addresses(
        Map.of(
            "gateway", address.forReaders().toString(),
            "notes-service", notes.toString(),
            "summary-service", summary.toString(),
            "postgresql", postgres.jdbcUrl("postgres"),
            "kafka", kafka.bootstrapServers()));

    Supervisor supervisor = new Supervisor(progress);
    supervisor.start(databases);
    supervisor.start(kafka);
    supervisor.start(
        service(
            "notes service",
            "notes-service",
            "org.conferencedigest.notes.NotesService",
            notes,
            with(common, onLoopback(notes), database(postgres, passwords, DatabaseRole.NOTES)),
            life,
            folder),
        databases,
        kafka);
    supervisor.start(
        service(
            "summary service",
            "summary-service",
            "org.conferencedigest.summary.SummaryService",
            summary,
            with(common, onLoopback(summary), database(postgres, passwords, DatabaseRole.SUMMARY)),
            life,
            folder),
        databases,
        kafka);
    supervisor.start(
        service(
            "gateway",
            "gateway",
            "org.conferencedigest.gateway.Gateway",
            address.fromHere(),
            with(
                common,
                listeningAt(address.listens().getHostAddress(), address.port()),
                Map.of(
                    "DIGEST_NOTES_URL", notes.toString(),
                    "DIGEST_SUMMARY_URL", summary.toString())),
            life,
            folder),
        databases,
        kafka);
    return new Machine(supervisor);
  }

  /**
   * Returns when a request to the gateway would succeed.
   *
   * @throws org.conferencedigest.embedded.StartException if a part cannot be started
   */
  public void awaitReady() {
    supervisor.awaitReady();
  }

  /** True once it is being stopped, or has been. */
  public boolean isStopping() {
    return supervisor.isStopping();
  }

  /** Stops everything, and returns when it has ended. */
  @Override
  public void close() {
    supervisor.close();
  }

  private static Part service(
      String title,
      String module,
      String mainClass,
      URI address,
      Map<String, String> environment,
      Life life,
      DataFolder folder) {
    return new ServiceProcess(
        new Service(title, module, mainClass, "384m", life, address.resolve("/health/readiness")),
        environment,
        folder.log(module));
  }

  private static URI loopback() {
    return URI.create("http://127.0.0.1:" + FreePort.find());
  }

  private static Map<String, String> onLoopback(URI address) {
    return listeningAt(address.getHost(), address.getPort());
  }

  private static Map<String, String> listeningAt(String host, int port) {
    return Map.of("DIGEST_HTTP_HOST", host, "DIGEST_HTTP_PORT", String.valueOf(port));
  }

  private static Map<String, String> database(
      PostgresServer postgres, Passwords passwords, DatabaseRole role) {
    return Map.of(
        "DIGEST_DATABASE_URL", postgres.jdbcUrl(Databases.nameFor(role)),
        "DIGEST_DATABASE_USER", Databases.nameFor(role),
        "DIGEST_DATABASE_PASSWORD", passwords.of(role));
  }

  @SafeVarargs
  private static Map<String, String> with(Map<String, String>... parts) {
    Map<String, String> whole = new HashMap<>();
    for (Map<String, String> part : parts) {
      whole.putAll(part);
    }
    return whole;
  }
}
