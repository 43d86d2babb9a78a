package org.conferencedigest.summary.digest;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.PageName;
import org.jspecify.annotations.Nullable;

/** Knows where links to notes lead, given what is published. */
final class Links {

  private static final Destination NOWHERE = new Destination.Nowhere();
  private static final Destination ELSEWHERE = new Destination.Elsewhere();

  private static final Pattern DATE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}-");

  private final Set<String> published;
  private final String folder;
  private final String digestPage;

  Links(Set<String> published, DigestSettings settings) {
    this.published = published;
    this.folder = settings.path();
    this.digestPage = PageName.stem(settings.fileName());
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
      case Target.SitePage page -> {
        String name = page.noteIn(folder);
        yield name == null ? ELSEWHERE : to(noteCalled(name), page.anchor());
      }
    };
  }

  /** The note of a file; where a post's file begins with its date, the note may not. */
  private String noteCalled(String file) {
    return Stream.of(file, Slug.from(file), Slug.from(DATE.matcher(file).replaceFirst("")))
        .filter(slug -> published.contains(slug) || slug.equals(digestPage))
        .findFirst()
        .orElseGet(() -> Slug.from(file));
  }

  private Destination to(String slug, @Nullable String anchor) {
    if (published.contains(slug)) {
      return new Destination.Note(slug, anchor);
    }
    return slug.equals(digestPage) ? new Destination.Digest(anchor) : NOWHERE;
  }
}
