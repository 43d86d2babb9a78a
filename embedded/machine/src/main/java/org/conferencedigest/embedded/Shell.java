package org.conferencedigest.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the operating system offers. */
final class Shell {

  private Shell() {}

  static boolean has(String command) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, command))
        .anyMatch(Files::isExecutable);
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
