package org.conferencedigest.notes.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.conferencedigest.events.outline.LinkedText;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;

/** Tells which page of a folder is the post that sums up the others. */
final class PostFinder {

  private static final List<String> NAMES =
      List.of("summary", "digest", "index", "_index", "readme");

  private PostFinder() {}

  /** The page that links to most of the others; without one, the page with a name for it. */
  static Optional<ContentFile> find(List<ContentFile> files) {
    ContentFile best = null;
    int most = (files.size() - 1) / 2;
    for (ContentFile file : files) {
      int linked = linkedFrom(file, files);
      if (linked > most) {
        most = linked;
        best = file;
      }
    }
    if (best != null) {
      return Optional.of(best);
    }
    return NAMES.stream()
        .flatMap(
            name ->
                files.stream().filter(file -> file.stem().toLowerCase(Locale.ROOT).equals(name)))
        .findFirst();
  }

  private static int linkedFrom(ContentFile from, List<ContentFile> files) {
    Set<String> names = new HashSet<>();
    for (NoteLink link : LinkedText.parse(from.text()).links()) {
      switch (link.target()) {
        case Target.Note note -> names.add(note.slug());
        case Target.HugoPage page -> names.add(page.name());
        case Target.SitePage page -> names.add(page.name());
      }
    }
    return (int)
        files.stream()
            .filter(file -> !file.name().equals(from.name()) && names.contains(file.stem()))
            .count();
  }
}
