package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Content to work on: other people's, where it lies beside the repository, and our own. */
final class Samples {

  private Samples() {}

  /** The root of this repository. */
  static Path repository() {
    for (@Nullable Path here = Path.of("").toAbsolutePath();
        here != null;
        here = here.getParent()) {
      if (Files.exists(here.resolve("digest"))) {
        return here;
      }
    }
    throw new IllegalStateException("the tests run inside a checkout of the repository");
  }

  /** A file or folder of the samples; the test is skipped, saying so, where they are absent. */
  static Path sample(String path) {
    String configured = System.getenv("DIGEST_SAMPLES");
    Path samples =
        configured == null
            ? repository().resolveSibling("shared").resolve("samples")
            : Path.of(configured);
    Path file = samples.resolve(path);
    Assumptions.assumeTrue(
        Files.exists(file), "the samples are not here: set DIGEST_SAMPLES to their folder");
    return file;
  }

  /** The folder of the demonstration conference, which is always here. */
  static Path demonstration() {
    return repository().resolve("embedded/machine/src/main/resources/demo/spark-2020");
  }

  /** The Markdown files of a folder, by name. */
  static Map<String, String> markdown(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".md")).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An archive of next to nothing that unpacks to that many bytes. */
  static byte[] zipOfZeros(String name, int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1_000_000];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int written = 0; written < length; written += zeros.length) {
        zip.write(zeros);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Runs a program in a folder and gives what it printed; a failure is one of the test. */
  static String run(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed:\n" + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
