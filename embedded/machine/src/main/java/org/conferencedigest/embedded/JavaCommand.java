package org.conferencedigest.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that runs one of the modules in a JVM like this one's.
 *
 * @param module whose {@code target} holds the archive of loaded classes that shortens the start
 * @param classPath of the module, jars only
 * @param memory the most its heap may take, as for {@code -Xmx}
 * @param life it is expected to have
 * @param log of the process. Beside it is a folder for what libraries unpack, which a JVM that is
 *     killed leaves behind
 */
record JavaCommand(String module, String classPath, String memory, Life life, Path log) {

  static final String TRAINING_PROPERTY = "digest.train";

  /** Set while the archives are made: each JVM then writes its own when it ends. */
  static final boolean TRAINING = Boolean.getBoolean(TRAINING_PROPERTY);

  /**
   * A command that runs a service of an image while its archive is made: exactly as in a container,
   * since the archive holds for that class path alone, and so stopped by a signal.
   *
   * @param service the folder the image has it in
   */
  static List<String> packed(Path service, String mainClass) {
    return List.of(
        "/bin/sh",
        "-c",
        "\"$@\" & cat >/dev/null; kill $!; wait $!",
        "packed",
        java(),
        "-XX:+UseSerialGC",
        "-XX:AOTCacheOutput=" + service.resolve("start.aot"),
        "@" + service.resolve("java.options"),
        mainClass);
  }

  List<String> with(String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-Xmx" + memory);
    command.addAll(life.options());
    command.add("-Djava.io.tmpdir=" + Folders.ownersAlone(log.resolveSibling("temporary")));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(endingOnAFullDisk());
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    // The JVM's own warnings would go to the standard output, which is for reports.
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    Archive archive = new Archive(module);
    if (TRAINING && Installation.here().packed(module).isEmpty()) {
      command.add("-XX:AOTCacheOutput=" + archive.draft());
    } else if (archive.isFresh()) {
      command.add("-XX:AOTCache=" + archive.file());
    }
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Where a disk is full, the memory that its files are mapped into cannot be written. The JVM
   * throws an error then, which Kafka's broker survives with an index that is broken; it must not
   * (docs/decisions/0015). What the JVM says at such an end is beside the log.
   */
  private List<String> endingOnAFullDisk() {
    return List.of(
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:AbortVMOnException=java.lang.InternalError",
        "-XX:AbortVMOnExceptionMessage=unsafe memory access",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + log + ".crash");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
