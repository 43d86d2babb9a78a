package org.conferencedigest.notes.importing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.outline.PageName;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.archive.Archives;
import org.conferencedigest.notes.bounds.Bounds;

/** Takes the pages out of a zip. */
@Singleton
final class ZipReader {

  private final Archives archives;
  private final int largestPage;

  ZipReader(Archives archives, Bounds bounds) {
    this.archives = archives;
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
    Map<String, byte[]> pages = archives.unpack(archive, PageName::isPage, largestPage);
    if (pages.isEmpty()) {
      throw Archives.refused("It holds no Markdown file; or it is no zip.");
    }
    String folder = uppermostFolder(pages);
    List<ContentFile> files = new ArrayList<>();
    pages.forEach(
        (path, bytes) -> {
          if (Archives.folderOf(path).equals(folder)) {
            files.add(new ContentFile(path.substring(folder.length()), Archives.text(path, bytes)));
          } else {
            problems.add(new Problem(path, 1, "It lies in another folder, and was passed over."));
          }
        });
    return files;
  }

  private static String uppermostFolder(Map<String, byte[]> pages) {
    String uppermost = Archives.folderOf(pages.keySet().iterator().next());
    for (String path : pages.keySet()) {
      String folder = Archives.folderOf(path);
      if (depth(folder) < depth(uppermost)) {
        uppermost = folder;
      }
    }
    return uppermost;
  }

  private static long depth(String folder) {
    return folder.chars().filter(c -> c == '/').count();
  }
}
