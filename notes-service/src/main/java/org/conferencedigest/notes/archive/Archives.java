package org.conferencedigest.notes.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.conferencedigest.foundation.problem.ProblemException;

/** Unpacks zips of strangers: into memory only, and never more than is allowed. */
@Singleton
public final class Archives {

  private final ArchiveSettings settings;

  Archives(ArchiveSettings settings) {
    this.settings = settings;
  }

  /**
   * The files of a zip that are wanted, by path, in the order of their paths. Hidden files, and
   * what systems add to zips, are no files.
   *
   * @param wanted whether a file of that path is
   * @param largest bytes of a file that is wanted, at the most
   * @throws ProblemException 413 if there is more than allowed, 422 if it is no zip, or one that no
   *     honest program makes
   */
  public Map<String, byte[]> unpack(byte[] archive, Predicate<String> wanted, int largest) {
    if (archive.length > settings.archive()) {
      throw ProblemException.tooLarge("The zip is larger than " + settings.archive() + " bytes.");
    }
    Predicate<String> kept = path -> !isHidden(path) && wanted.test(path);
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), UTF_8)) {
      long left = settings.unpacked();
      int count = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++count > settings.files()) {
          throw tooLarge("It holds more than " + settings.files() + " files.");
        }
        String path = Normalizer.normalize(entry.getName(), Normalizer.Form.NFC);
        requireHarmless(path);
        boolean keep = kept.test(path) && !entry.isDirectory();
        Content content = contentOf(zip, path, keep, left, largest);
        left -= content.count();
        if (keep && files.put(path, content.bytes()) != null) {
          throw refused("It holds " + path + " twice.");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // A name that is no UTF-8 is an IllegalArgumentException.
      throw refused("It cannot be unpacked: " + e.getMessage() + ".");
    }
    return files;
  }

  /**
   * The text of a file of a zip.
   *
   * @throws ProblemException 422 if it is no UTF-8
   */
  public static String text(String path, byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused(path + " is not UTF-8.");
    }
  }

  /** The folder of a path, with the slash at its end. */
  public static String folderOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** What is said to someone whose zip is refused. */
  public static ProblemException refused(String sentence) {
    return ProblemException.invalid("", "The zip was refused, and nothing stored. " + sentence);
  }

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Content(byte[] bytes, long count) {}

  /** What is said of sizes in a zip's headers is not believed: what comes out is counted. */
  private Content contentOf(ZipInputStream zip, String path, boolean keep, long left, int largest)
      throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    long count = 0;
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      count += n;
      if (count > left) {
        throw tooLarge("Unpacked it is larger than " + settings.unpacked() + " bytes.");
      }
      if (keep && count > largest) {
        throw tooLarge(path + " is larger than " + largest + " bytes.");
      }
      if (keep) {
        kept.write(buffer, 0, n);
      }
    }
    return new Content(kept.toByteArray(), count);
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
  private static boolean isHidden(String path) {
    return path.startsWith("__MACOSX/") || path.startsWith(".") || path.contains("/.");
  }

  private static ProblemException tooLarge(String sentence) {
    return ProblemException.tooLarge("The zip was refused, and nothing stored. " + sentence);
  }
}
