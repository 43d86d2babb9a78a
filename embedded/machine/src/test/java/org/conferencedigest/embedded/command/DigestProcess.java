package org.conferencedigest.embedded.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The command line as a process of its own, on a tree of stand-ins. */
final class DigestProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

  private final Process process;
  private final Path output;

  private DigestProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static DigestProcess start(Path tree, String... arguments) throws IOException {
    return start(tree, List.of(), arguments);
  }

  static DigestProcess start(Path tree, List<String> options, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddigest.root=" + tree));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Digest.class.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(tree, "output-", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new DigestProcess(process, output);
  }

  DigestProcess awaitReady() {
    await(() -> said("Conference Digest is ready at ") || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("ended instead of being ready:\n" + output());
    }
    return this;
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean said(String words) {
    return output().contains(words);
  }

  /** All the processes it has started, and those they have. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  boolean hasChild(String partOfCommand) {
    return findChild(partOfCommand).isPresent();
  }

  ProcessHandle child(String partOfCommand) {
    return findChild(partOfCommand)
        .orElseThrow(() -> new AssertionError("no " + partOfCommand + " among " + children()));
  }

  private Optional<ProcessHandle> findChild(String partOfCommand) {
    return children().stream()
        .filter(child -> commandLine(child).contains(partOfCommand))
        .filter(child -> !commandLine(child).startsWith("/bin/sh"))
        .findFirst();
  }

  Process process() {
    return process;
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still runs:\n" + output());
    }
    return process.exitValue();
  }

  static void awaitEndOf(List<ProcessHandle> processes) {
    await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + PATIENCE);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  static String commandLine(ProcessHandle handle) {
    return handle.info().commandLine().orElse("");
  }

  @Override
  public void close() {
    Stream.concat(children().stream(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
