package org.conferencedigest.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that runs one of the modules in a JVM like this one's.
 *
 * @param module whose {@code target} holds the archive of loaded classes that shortens the start
 * @param classPath of the module, jars only
 * @param memory the most its heap may take, as for {@code -Xmx}
 */
record JavaCommand(String module, String classPath, String memory) {

  /** Set while the archives are made: each JVM then writes its own when it ends. */
  static final boolean TRAINING = Boolean.getBoolean("digest.train");

  List<String> with(String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + memory);
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    // The JVM's own warnings would go to the standard output, which is for reports.
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    Path archive = Installation.here().target(module).resolve("start.aot");
    if (TRAINING) {
      command.add("-XX:AOTCacheOutput=" + archive);
    } else if (Files.exists(archive)) {
      command.add("-XX:AOTCache=" + archive);
    }
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(List.of(arguments));
    return command;
  }
}
