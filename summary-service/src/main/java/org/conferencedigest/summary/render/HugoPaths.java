package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.outline.PageName;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;

/**
 * Where a digest and its notes live below a Hugo site's {@code content/}. Whatever the settings
 * say, these paths stay below that folder.
 */
final class HugoPaths {

  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|`$]");

  private HugoPaths() {}

  /** The folder, without slashes at its ends. */
  static String folder(DigestDocument document) {
    List<String> safe = new ArrayList<>();
    for (String name : document.settings().path().split("/")) {
      String clean = safeName(name);
      if (!clean.isEmpty()) {
        safe.add(clean);
      }
    }
    return safe.isEmpty() ? document.conference() : String.join("/", safe);
  }

  /** The page of a note: the file it was imported from, if that is a name for this note. */
  static String notePage(DigestDocument document, String note) {
    return folder(document) + "/" + fileName(document, note);
  }

  /** The notes that are pages by another name than their slug, and these names. */
  static Map<String, String> otherNames(DigestDocument document) {
    Map<String, String> names = new TreeMap<>();
    for (DigestNote note : document.notes()) {
      if (note.source().fileName() != null) {
        names.put(note.slug(), fileName(document, note.slug()));
      }
    }
    return names;
  }

  private static String fileName(DigestDocument document, String slug) {
    String given = document.note(slug).map(note -> note.source().fileName()).orElse(null);
    if (given != null && PageName.isPage(given) && given.equals(safeName(given))) {
      // So no two notes have the same page, nor a note and the digest.
      if (given.indexOf('/') < 0 && Slug.from(PageName.stem(given)).equals(slug)) {
        return given;
      }
    }
    return slug + ".md";
  }

  static String digestPage(DigestDocument document) {
    String setting = document.settings().fileName();
    String name = safeName(setting.substring(setting.lastIndexOf('/') + 1));
    if (name.isEmpty()) {
      name = "summary.md";
    } else if (!PageName.isPage(name)) {
      name = name + ".md";
    }
    // A note of that name was there first, in the addresses that link to it.
    while (document.note(PageName.stem(name)).isPresent()) {
      name = "digest-" + name;
    }
    return folder(document) + "/" + name;
  }

  /** A name without what no file is called on some system; empty if nothing is left. */
  static String safeName(String name) {
    String clean = UNSAFE.matcher(name).replaceAll("").strip();
    return clean.chars().allMatch(c -> c == '.') ? "" : clean;
  }
}
