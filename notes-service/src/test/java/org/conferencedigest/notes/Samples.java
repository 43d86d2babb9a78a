package org.conferencedigest.notes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The samples beside this repository; tests that need them are skipped where they are absent. */
public final class Samples {

  private Samples() {}

  /** A folder of the samples. */
  public static Path folder(String name) {
    Path samples =
        Path.of(
            Optional.ofNullable(System.getProperty("digest.samples"))
                .or(() -> Optional.ofNullable(System.getenv("DIGEST_SAMPLES")))
                .orElse("../../shared/samples"));
    Path folder = samples.resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: there is no " + folder.toAbsolutePath() + "; set DIGEST_SAMPLES");
    return folder;
  }

  /** The Markdown files of a folder of the samples, by name. */
  public static Map<String, String> pages(String name) {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }
}
