package org.conferencedigest.summary.digest;

import java.util.Set;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.jspecify.annotations.Nullable;

/** Knows where links to notes lead, given what is published. */
final class Links {

  private static final Destination NOWHERE = new Destination.Nowhere();
  private static final Destination ELSEWHERE = new Destination.Elsewhere();

  private final Set<String> published;
  private final String folder;
  private final String digestPage;

  Links(Set<String> published, DigestSettings settings) {
    this.published = published;
    this.folder = settings.path();
    this.digestPage = settings.fileName().replaceFirst("\\.md$", "");
  }

  Destination of(Target target) {
    return switch (target) {
      case Target.Note note -> to(note.slug(), note.anchor());
      case Target.HugoPage page -> {
        String name = page.noteIn(folder);
        if (name == null) {
          yield ELSEWHERE;
        }
        // A file may be called otherwise than the note that it became.
        yield to(
            published.contains(name) || name.equals(digestPage) ? name : Slug.from(name),
            page.anchor());
      }
    };
  }

  private Destination to(String slug, @Nullable String anchor) {
    if (published.contains(slug)) {
      return new Destination.Note(slug, anchor);
    }
    return slug.equals(digestPage) ? new Destination.Digest(anchor) : NOWHERE;
  }
}
