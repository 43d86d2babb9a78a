package org.conferencedigest.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.Arrays;

/**
 * The main class of a service's process on this machine: runs the service's own main class, and
 * stops the JVM in good order when the standard input ends, which is when the process that started
 * it has ended or wants it to.
 */
public final class Child {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
  private static final int KILLED = 137;

  private Child() {}

  /** The first argument names the service's main class; the others are handed to it. */
  public static void main(String[] arguments) throws Throwable {
    InputStream end = System.in;
    Thread.ofPlatform().daemon().name("stdin-watch").start(() -> exitAtEndOf(end));
    MethodHandle main =
        MethodHandles.publicLookup()
            .findStatic(
                Class.forName(arguments[0]),
                "main",
                MethodType.methodType(void.class, String[].class));
    main.invoke(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void exitAtEndOf(InputStream input) {
    try {
      while (input.read() >= 0) {
        // Nothing is ever said here: only the end counts.
      }
    } catch (IOException e) {
      System.err.println("The pipe to the starter is broken: " + e.getMessage());
    }
    Thread.ofPlatform().daemon().name("last-resort").start(Child::haltWhenPatienceEnds);
    System.exit(0);
  }

  /** Shutdown hooks that hang must not keep the process: its starter is gone. */
  private static void haltWhenPatienceEnds() {
    try {
      Thread.sleep(STOP_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(KILLED);
  }
}
