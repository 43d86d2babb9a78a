package org.conferencedigest.embedded;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the servers of a test run come from; each one started is the caller's to close. */
interface TestServers {

  /**
   * The variable of the environment that chooses: {@code embedded}, {@code containers}, or, unset,
   * containers where there is a Docker engine and embedded servers where there is none.
   */
  String CHOICE = "DIGEST_TEST_SERVERS";

  TestPostgres startPostgres();

  TestKafka startKafka();

  /** The servers of this run. Says which, once, on the standard output. */
  static TestServers choose() {
    return choose(System.getenv(CHOICE));
  }

  private static TestServers choose(@Nullable String choice) {
    String wanted = choice == null ? "" : choice.toLowerCase(Locale.ROOT);
    return switch (wanted) {
      case "embedded" -> embedded(CHOICE + " says so");
      case "containers" -> containers();
      case "" -> {
        try {
          yield containers();
        } catch (StartException e) {
          yield embedded(e.getMessage());
        }
      }
      default ->
          throw new StartException(
              "%s is %s; it may be embedded or containers.".formatted(CHOICE, choice));
    };
  }

  private static TestServers containers() {
    say(
        "in containers of Docker %s: %s, %s"
            .formatted(
                ContainerServers.engine(), ContainerServers.POSTGRES, ContainerServers.KAFKA));
    return new ContainerServers();
  }

  private static TestServers embedded(@Nullable String why) {
    say("embedded, since " + why);
    return new EmbeddedServers();
  }

  @SuppressWarnings("SystemOut") // to whoever runs the tests, whatever logs where
  private static void say(String which) {
    System.out.println("Tests run on PostgreSQL and Kafka " + which + ".");
  }
}
