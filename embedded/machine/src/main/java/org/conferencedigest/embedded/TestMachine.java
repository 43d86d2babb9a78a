package org.conferencedigest.embedded;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Kafka for tests: one of each per test JVM, started by the first use, stopped when
 * the JVM ends.
 *
 * <pre>{@code
 * class NoteStoreTest implements TestPropertyProvider {
 *   private static final Database DATABASE = TestMachine.freshDatabase();
 *
 *   public Map<String, String> getProperties() {
 *     return Map.of(
 *         "datasources.default.url", DATABASE.url(),
 *         "datasources.default.username", DATABASE.user(),
 *         "datasources.default.password", DATABASE.password(),
 *         "kafka.bootstrap.servers", TestMachine.kafka().bootstrapServers());
 *   }
 * }
 * }</pre>
 *
 * <p>A test that kills a server should start one of its own ({@link #ownPostgres()}, {@link
 * #ownKafka()}), so that others in the JVM do not see it.
 */
public final class TestMachine {

  private static final String PASSWORD = "for-tests-on-loopback";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Shared<PostgresServer> POSTGRES = new Shared<>(TestMachine::ownPostgres);
  private static final Shared<KafkaBroker> KAFKA = new Shared<>(TestMachine::ownKafka);

  private TestMachine() {}

  /** The server shared by the tests of this JVM. */
  public static PostgresServer postgres() {
    return POSTGRES.get();
  }

  /** The broker shared by the tests of this JVM: use topics and groups of your own. */
  public static KafkaBroker kafka() {
    return KAFKA.get();
  }

  /** A new and empty database of the shared server, with a role of its own as its owner. */
  public static Database freshDatabase() {
    return postgres().database("test_" + COUNT.incrementAndGet(), PASSWORD);
  }

  /** A new server for the caller, who should close it; it is stopped with the JVM at the latest. */
  public static PostgresServer ownPostgres() {
    Path folder = Folders.temporary();
    PostgresServer server =
        PostgresServer.start(folder.resolve("postgres"), folder.resolve("postgres.log"), PASSWORD);
    atEnd(server::close, folder);
    return server;
  }

  /** A new broker for the caller, who should close it; it is stopped with the JVM at the latest. */
  public static KafkaBroker ownKafka() {
    Path folder = Folders.temporary();
    KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), folder.resolve("kafka.log"));
    atEnd(broker::close, folder);
    return broker;
  }

  private static void atEnd(Runnable stop, Path folder) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  Folders.delete(folder);
                }));
  }

  private static final class Shared<T> {

    private final Supplier<T> start;
    private volatile @Nullable T server;

    private Shared(Supplier<T> start) {
      this.start = start;
    }

    private synchronized T get() {
      T present = server;
      if (present == null) {
        present = start.get();
        server = present;
      }
      return present;
    }
  }
}
