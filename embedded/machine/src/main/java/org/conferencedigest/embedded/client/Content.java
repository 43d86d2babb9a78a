package org.conferencedigest.embedded.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is sent to be imported.
 *
 * @param path of the request below the conference's
 * @param pages how many files it holds
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a server; nobody compares them.
public record Content(String path, String contentType, byte[] body, int pages) {

  /**
   * Reads a folder of a blog's pages, one page, a zip of pages, or a conference's programme; which
   * of them it is shows in the name.
   *
   * @throws UnknownContentException if it is none of them
   */
  public static Content read(Path path) throws IOException, UnknownContentException {
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    String name = path.getFileName().toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "md", "markdown" ->
          new Content(
              "/content?name=" + Api.encoded(name),
              "text/markdown; charset=utf-8",
              Files.readAllBytes(path),
              1);
      case "zip" -> new Content("/content", "application/zip", Files.readAllBytes(path), 1);
      case "xml" -> programme("application/xml", path);
      case "json" -> programme("application/json", path);
      case "ics" -> programme("text/calendar", path);
      default ->
          throw new UnknownContentException(
              path + " is no folder, and no file of a known kind (.md, .zip, .xml, .json, .ics).");
    };
  }

  private static Content programme(String contentType, Path path) throws IOException {
    return new Content("/schedule", contentType, Files.readAllBytes(path), 1);
  }

  /** The .md files of a folder and those below it, as a zip. */
  public static Content folder(Path folder) throws IOException, UnknownContentException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(folder)) {
      pages = files.filter(Content::isPage).sorted().toList();
    }
    if (pages.isEmpty()) {
      throw new UnknownContentException("There is no .md file in " + folder);
    }
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream entries = new ZipOutputStream(zip)) {
      for (Path page : pages) {
        entries.putNextEntry(new ZipEntry(folder.relativize(page).toString().replace('\\', '/')));
        Files.copy(page, entries);
        entries.closeEntry();
      }
    }
    return new Content("/content", "application/zip", zip.toByteArray(), pages.size());
  }

  private static boolean isPage(Path path) {
    return path.getFileName().toString().endsWith(".md") && Files.isRegularFile(path);
  }
}
