package org.conferencedigest.summary.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that stands in for a page which the folder of a digest links to and does not hold, so that
 * Hugo finds the page in any site. It is neither rendered nor listed, and tells Hugo nothing but
 * the address that the page has by default.
 *
 * <p>Hugo looks for what a {@code ref} names beside the page that names it before it looks in the
 * whole site. So the file lies below the digest's own folder, where nothing of the author's is.
 *
 * @param ref what a {@code ref} in the folder calls the page
 * @param file where the placeholder lies below the site's content
 * @param address the page's own, from the site's root
 */
record HugoPlaceholder(String ref, String file, String address) {

  /**
   * The one for a page.
   *
   * @param folder where the digest and its notes are, without slashes at its ends
   * @param path the page, as a shortcode there names it, without its fragment
   * @return null if every site has that page, or no file can stand in for it
   */
  static @Nullable HugoPlaceholder of(String folder, String path) {
    String page = fromRoot(folder, path);
    String stem = stem(page);
    if (page.indexOf('/') < 0 || !isSafe(stem)) {
      return null;
    }
    return new HugoPlaceholder(
        isFromRoot(path) ? path : page,
        folder + "/" + stem.toLowerCase(Locale.ROOT) + ".md",
        address(stem));
  }

  /** Where Hugo puts a page by default, from the site's root. */
  static String address(String folder, String path) {
    return address(stem(fromRoot(folder, path)));
  }

  /** Whether a site that has the folder has this page, too: its own first, or the folder's top. */
  static boolean isEverywhere(String folder, String path) {
    String page = fromRoot(folder, path);
    String top = folder.substring(0, (folder + "/").indexOf('/'));
    return List.of("", "_index.md", top, top + "/_index.md").contains(page);
  }

  Fragment content() {
    return Fragment.of(
        """
        +++
        # Stands in for %s, which this folder links to and does not hold.
        # In a site that has that page, this file may be deleted.
        url = "%s"
        [_build]
        render = "link"
        list = "never"
        +++
        """
            .formatted(ref, address));
  }

  private static String address(String stem) {
    String place = stem.replaceFirst("(^|/)_?index$", "");
    return place.isEmpty() ? "/" : "/" + place.toLowerCase(Locale.ROOT).replace(' ', '-') + "/";
  }

  private static boolean isFromRoot(String path) {
    return path.indexOf('/') > 0 && !path.startsWith(".");
  }

  /** The path below the site's content, without slashes at its ends. */
  private static String fromRoot(String folder, String path) {
    String whole = path.startsWith("/") || isFromRoot(path) ? path : folder + "/" + path;
    Deque<String> names = new ArrayDeque<>();
    for (String name : whole.split("/")) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  /** Hugo does not look at the end of a file's name. */
  private static String stem(String page) {
    int dot = page.lastIndexOf('.');
    return dot > page.lastIndexOf('/') ? page.substring(0, dot) : page;
  }

  private static boolean isSafe(String stem) {
    for (String name : stem.split("/")) {
      if (name.isEmpty() || name.startsWith(".") || !name.equals(HugoPaths.safeName(name))) {
        return false;
      }
    }
    return true;
  }
}
