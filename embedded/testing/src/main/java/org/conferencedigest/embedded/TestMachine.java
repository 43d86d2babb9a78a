package org.conferencedigest.embedded;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Kafka for tests: one of each per test JVM, started by the first use, stopped when
 * the JVM ends. They run in containers where a Docker engine answers, and are the embedded ones
 * elsewhere; {@value TestServers#CHOICE} in the environment chooses otherwise. The output says
 * which.
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

  static final String PASSWORD = "for-tests-on-loopback";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Shared<TestServers> SERVERS = new Shared<>(TestServers::choose);
  private static final Shared<TestPostgres> POSTGRES = new Shared<>(TestMachine::ownPostgres);
  private static final Shared<TestKafka> KAFKA = new Shared<>(TestMachine::ownKafka);

  private TestMachine() {}

  /** The server shared by the tests of this JVM. */
  public static TestPostgres postgres() {
    return POSTGRES.get();
  }

  /** The broker shared by the tests of this JVM: use topics and groups of your own. */
  public static TestKafka kafka() {
    return KAFKA.get();
  }

  /** A new and empty database of the shared server, with a role of its own as its owner. */
  public static Database freshDatabase() {
    return postgres().database("test_" + COUNT.incrementAndGet(), PASSWORD);
  }

  /** A new server for the caller, who should close it; it is stopped with the JVM at the latest. */
  public static TestPostgres ownPostgres() {
    TestPostgres server = SERVERS.get().startPostgres();
    atEnd(server::close);
    return server;
  }

  /** A new broker for the caller, who should close it; it is stopped with the JVM at the latest. */
  public static TestKafka ownKafka() {
    TestKafka broker = SERVERS.get().startKafka();
    atEnd(broker::close);
    return broker;
  }

  private static void atEnd(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(stop));
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
