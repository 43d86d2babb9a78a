package org.conferencedigest.embedded.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What is sent to be imported.
 *
 * @param path of the request below the conference's
 * @param files how many files it holds
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a server; nobody compares them.
public record Content(String path, String contentType, byte[] body, int files) {

  private static final String PROGRAMME = "/schedule";
  private static final String BLOG = "/content";
  private static final String ZIP = "application/zip";

  /** As much of a file as shows what it is. */
  private static final int BEGINNING = 1024;

  /**
   * Reads a folder of a blog's pages, one page, a conference's programme, or a list of recordings,
   * as a file or as a folder; zips of folders, too. A page is known by its name, everything else by
   * what is in it.
   *
   * @throws UnknownContentException if it is none of them
   */
  public static Content read(Path path) throws IOException, UnknownContentException {
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    String name = path.getFileName().toString();
    byte[] bytes = Files.readAllBytes(path);
    if (isPage(name)) {
      String type = "text/markdown; charset=utf-8";
      return new Content(BLOG + "?name=" + Api.encoded(name), type, bytes, 1);
    }
    if (bytes.length == 0) {
      throw new UnknownContentException(path + " is empty.");
    }
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      return new Content(holdsPages(bytes) ? BLOG : PROGRAMME, ZIP, bytes, 1);
    }
    int length = Math.min(bytes.length, BEGINNING);
    String beginning =
        new String(bytes, 0, length, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
    if (beginning.startsWith("<") || isUtf16(bytes)) {
      return new Content(PROGRAMME, "application/xml", bytes, 1);
    }
    if (beginning.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR")) {
      return new Content(PROGRAMME, "text/calendar", bytes, 1);
    }
    boolean isCommented = beginning.startsWith("//") || beginning.startsWith("/*");
    if (beginning.startsWith("{") || beginning.startsWith("[") || isCommented) {
      return new Content(PROGRAMME, "application/json", bytes, 1);
    }
    throw new UnknownContentException(
        path
            + " is nothing that can be imported: a page of a blog (.md, .markdown), a programme"
            + " (schedule.xml, schedule.json, iCalendar), a list of recordings (pyvideo), or a zip.");
  }

  /** Whether this is a programme, or a list of recordings. */
  public boolean isProgramme() {
    return path.startsWith(PROGRAMME);
  }

  /** The same, asked for with a query. */
  public Content with(String query) {
    String joined = path + (path.contains("?") ? "&" : "?") + query;
    return new Content(query.isEmpty() ? path : joined, contentType, body, files);
  }

  /**
   * The pages of a folder and those below it, or else its list of recordings, as a zip.
   *
   * @throws UnknownContentException if it holds neither
   */
  public static Content folder(Path folder) throws IOException, UnknownContentException {
    List<Path> pages = files(folder, Content::isPage);
    List<Path> recordings = files(folder, name -> name.endsWith(".json"));
    if (pages.isEmpty() && recordings.isEmpty()) {
      throw new UnknownContentException(
          "There is no Markdown file in "
              + folder
              + ", and no .json file of a list of recordings.");
    }
    return pages.isEmpty()
        ? new Content(PROGRAMME, ZIP, zip(folder, recordings), recordings.size())
        : new Content(BLOG, ZIP, zip(folder, pages), pages.size());
  }

  private static boolean isPage(String name) {
    return name.endsWith(".md") || name.endsWith(".markdown");
  }

  private static List<Path> files(Path folder, Predicate<String> named) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> named.test(file.getFileName().toString()) && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  private static byte[] zip(Path folder, List<Path> files) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream entries = new ZipOutputStream(zip)) {
      for (Path file : files) {
        entries.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return zip.toByteArray();
  }

  private static boolean holdsPages(byte[] zip) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      boolean holdsRecordings = false;
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (isPage(entry.getName())) {
          return true;
        }
        holdsRecordings |= entry.getName().endsWith(".json");
      }
      return !holdsRecordings;
    } catch (IllegalArgumentException unreadableName) {
      return true; // The server says what is wrong with it.
    }
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
            || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
  }
}
