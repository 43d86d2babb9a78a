package org.conferencedigest.notes.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;

/** Takes the pages out of a zip of a stranger: into memory only, and never more than is allowed. */
@Singleton
final class ZipReader {

  private final ImportSettings settings;
  private final int largestPage;

  ZipReader(ImportSettings settings, Bounds bounds) {
    this.settings = settings;
    this.largestPage = bounds.body() + bounds.frontMatter();
  }

  /**
   * The pages of the zip's folder: the Markdown files of its uppermost folder that has any.
   *
   * @param problems what was passed over is told here
   * @throws ProblemException 413 if it is larger than allowed, 422 if it is no zip, or one that no
   *     honest program makes
   */
  List<ContentFile> read(byte[] archive, List<Problem> problems) {
    if (archive.length > settings.archive()) {
      throw ProblemException.tooLarge("The zip is larger than " + settings.archive() + " bytes.");
    }
    Map<String, byte[]> pages = unpack(archive);
    if (pages.isEmpty()) {
      throw refused("It holds no Markdown file; or it is no zip.");
    }
    String folder = uppermostFolder(pages);
    List<ContentFile> files = new ArrayList<>();
    pages.forEach(
        (path, bytes) -> {
          if (folderOf(path).equals(folder)) {
            files.add(new ContentFile(path.substring(folder.length()), text(path, bytes)));
          } else {
            problems.add(new Problem(path, 1, "It lies in another folder, and was passed over."));
          }
        });
    return files;
  }

  private Map<String, byte[]> unpack(byte[] archive) {
    Map<String, byte[]> pages = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), UTF_8)) {
      long left = settings.unpacked();
      int files = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++files > settings.files()) {
          throw tooLarge("It holds more than " + settings.files() + " files.");
        }
        String path = Normalizer.normalize(entry.getName(), Normalizer.Form.NFC);
        requireHarmless(path);
        byte[] bytes = contentOf(zip, path, left);
        left -= bytes.length;
        if (isPage(path) && !entry.isDirectory() && pages.put(path, bytes) != null) {
          throw refused("It holds " + path + " twice.");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // A name that is no UTF-8 is an IllegalArgumentException.
      throw refused("It cannot be unpacked: " + e.getMessage() + ".");
    }
    return pages;
  }

  /** What is said of sizes in a zip's headers is not believed: what comes out is counted. */
  private byte[] contentOf(ZipInputStream zip, String path, long left) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    long count = 0;
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      count += n;
      if (count > left) {
        throw tooLarge("Unpacked it is larger than " + settings.unpacked() + " bytes.");
      }
      if (isPage(path) && count > largestPage) {
        throw tooLarge(path + " is larger than " + largestPage + " bytes.");
      }
      if (isPage(path)) {
        kept.write(buffer, 0, n);
      }
    }
    return kept.toByteArray();
  }

  private static void requireHarmless(String path) {
    boolean climbs =
        path.startsWith("/")
            || path.indexOf('\\') >= 0
            || path.indexOf(':') >= 0
            || path.chars().anyMatch(Character::isISOControl)
            || List.of(path.split("/", -1)).contains("..");
    if (climbs) {
      throw refused(
          "It holds a file with a forbidden path: " + path.replaceAll("\\p{Cntrl}", "?") + ".");
    }
  }

  /** Files of the system and of editors begin with a dot, or lie in a folder that macOS adds. */
  private static boolean isPage(String path) {
    return path.endsWith(".md")
        && !path.startsWith("__MACOSX/")
        && !path.startsWith(".")
        && !path.contains("/.");
  }

  private static String uppermostFolder(Map<String, byte[]> pages) {
    String uppermost = folderOf(pages.keySet().iterator().next());
    for (String path : pages.keySet()) {
      String folder = folderOf(path);
      if (depth(folder) < depth(uppermost)) {
        uppermost = folder;
      }
    }
    return uppermost;
  }

  private static String folderOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static long depth(String folder) {
    return folder.chars().filter(c -> c == '/').count();
  }

  private static String text(String path, byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused(path + " is not UTF-8.");
    }
  }

  private static ProblemException refused(String sentence) {
    return ProblemException.invalid("", "The zip was refused, and nothing stored. " + sentence);
  }

  private static ProblemException tooLarge(String sentence) {
    return ProblemException.tooLarge("The zip was refused, and nothing stored. " + sentence);
  }
}
