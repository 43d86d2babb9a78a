package org.conferencedigest.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A tree as the build leaves it, with the real servers and stand-ins for the services. */
public final class StandInTree {

  private StandInTree() {}

  /** Makes the tree in an empty folder. */
  public static void plantIn(Path root) throws IOException {
    Files.createSymbolicLink(
        root.resolve("embedded"), Installation.here().root().resolve("embedded"));
    plant(root, "notes-service", "org/conferencedigest/notes/NotesService");
    plant(root, "summary-service", "org/conferencedigest/summary/SummaryService");
    plant(root, "gateway", "org/conferencedigest/gateway/Gateway");
  }

  /** Leaves a module of the tree without its main class. */
  public static void breakIn(Path root, String module) throws IOException {
    Path jar = root.resolve(module).resolve("target").resolve(module + ".jar");
    new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
  }

  private static void plant(Path root, String module, String mainClass) throws IOException {
    Path target = Files.createDirectories(root.resolve(module).resolve("target"));
    Path jar = target.resolve(module + ".jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {mainClass, "org/conferencedigest/embedded/StandIn"}) {
        entries.putNextEntry(new JarEntry(name + ".class"));
        entries.write(StandInTree.class.getResourceAsStream("/" + name + ".class").readAllBytes());
        entries.closeEntry();
      }
    }
  }
}
