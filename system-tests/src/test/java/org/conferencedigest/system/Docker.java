package org.conferencedigest.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one says to the engine. */
final class Docker {

  private static final @Nullable String GIVEN = System.getenv("DIGEST_TEST_VERSION");

  /**
   * The version of the images: one of their own, apart from those people use and those of other
   * runs; or, with {@code DIGEST_TEST_VERSION}, of images that are there.
   */
  static final String VERSION = GIVEN == null ? "test-" + ProcessHandle.current().pid() : GIVEN;

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Path HERE = Samples.repository();

  private Docker() {}

  /** Whether the images are this run's to build and to remove. */
  static boolean buildsImages() {
    return GIVEN == null;
  }

  /** Runs a command of the engine and gives what it printed, without the end of the last line. */
  static String docker(String... arguments) {
    return Samples.run(HERE, Stream.concat(Stream.of("docker"), Arrays.stream(arguments)).toList())
        .strip();
  }

  /**
   * Lets a container hang. The engine may fail to while the container starts processes, as checks
   * of its health do: then once more, for as long as {@link #PAUSE}.
   */
  static void pause(String container) {
    long deadline = System.nanoTime() + PAUSE.toNanos();
    while (true) {
      try {
        docker("pause", container);
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline
            || !String.valueOf(e.getMessage()).contains("unable to freeze")) {
          throw e;
        }
      }
    }
  }

  /** A property of a container, by the engine's template language. */
  static String inspect(String container, String template) {
    return docker("inspect", "--format", template, container);
  }

  /**
   * Ends a container's main process as a crash would. {@code docker kill} is no crash: after it the
   * restart policy does not hold.
   */
  static void crash(String container) {
    String process = inspect(container, "{{.State.Pid}}");
    docker(
        "run",
        "--rm",
        "--pid=host",
        "--user=0",
        "--network=none",
        "--entrypoint=bash",
        "conference-digest/digest:" + VERSION,
        "-c",
        "kill -9 " + process);
  }

  /** The lines of a listing. */
  static List<String> lines(String... arguments) {
    return docker(arguments).lines().filter(line -> !line.isBlank()).toList();
  }
}
