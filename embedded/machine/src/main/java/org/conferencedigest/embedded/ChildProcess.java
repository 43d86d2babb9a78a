package org.conferencedigest.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that is told to stop by the end of its standard input, and so ends however the process
 * that started it ends: the pipe between them is closed by the kernel.
 *
 * <p>It is put out of reach of the terminal's signals where that can be done (Ctrl-C goes to every
 * process of the foreground), so that the parts stop in order, each after those that need it.
 */
final class ChildProcess {

  /** A JVM that is trained writes its archive when it ends, which takes its time. */
  private static final Duration STOP_PATIENCE =
      JavaCommand.TRAINING ? Duration.ofMinutes(3) : Duration.ofSeconds(15);

  private final String name;
  private final Process process;
  private final BufferedReader output;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
  }

  /**
   * Starts a command that heeds the end of its standard input, and reports by {@link #nextLine()}.
   *
   * @param log appended to by the standard error
   */
  static ChildProcess startReporting(
      String name, List<String> command, Map<String, String> environment, Path log) {
    return start(name, command, environment, log, ProcessBuilder.Redirect.PIPE);
  }

  /**
   * Starts a command that heeds the end of its standard input.
   *
   * @param log appended to by the standard output and the standard error
   */
  static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
    return start(name, command, environment, log, toLog);
  }

  private static ChildProcess start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      ProcessBuilder.Redirect output) {
    List<String> guarded = new ArrayList<>();
    // A preparation has a session of its own, which steps back as a whole.
    if (!JavaCommand.TRAINING && Shell.has("setsid")) {
      guarded.add("setsid");
    }
    guarded.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", name));
    guarded.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(guarded)
            .redirectOutput(output)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new ChildProcess(name, builder.start(), log);
    } catch (IOException e) {
      throw new StartException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** The next line of the standard output; null when the process ended without one. */
  @Nullable String nextLine() {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new StartException(name + " cannot be read from: " + e.getMessage(), e);
    }
  }

  /** Reads the standard output up to a line like this; false when the process ended without. */
  boolean reports(String expected) {
    String line = nextLine();
    while (line != null && !line.equals(expected)) {
      line = nextLine();
    }
    return line != null;
  }

  /** Tells the process to stop and waits until it has; if it does not obey, kills it. */
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The pipe is broken because the process has ended already, which is what is wanted.
      kill();
      return;
    }
    try {
      if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process at once, as a crash would, and those it has started. */
  void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  /** What a message about a failed start says: the reason's last lines and where the rest is. */
  StartException failed(String what) {
    return new StartException(
        "%s %s. The end of its log, %s:%n%s".formatted(name, what, log, lastLines(log)));
  }

  private static String lastLines(Path log) {
    try {
      List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "(the log cannot be read: " + e.getMessage() + ")";
    }
  }
}
