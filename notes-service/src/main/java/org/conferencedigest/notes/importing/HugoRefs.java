package org.conferencedigest.notes.importing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conferencedigest.events.outline.LinkedText;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The links of a post to notes: as Hugo's shortcode in the post, as {@code note:} in the outline.
 *
 * @param folder where the notes are below the site's content, without slashes at its ends
 */
record HugoRefs(String folder) {

  /** The folder that most links of a post lead to which lead to one of these notes. */
  static Optional<String> folderOf(String post, Set<String> notes) {
    Map<String, Integer> counts = new HashMap<>();
    for (NoteLink link : LinkedText.parse(post).links()) {
      if (link.target() instanceof Target.HugoPage page) {
        String path = page.path().startsWith("/") ? page.path().substring(1) : page.path();
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String slug = name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        if (slash > 0 && notes.contains(slug)) {
          counts.merge(path.substring(0, slash), 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /** The slugs that a text links to, in order, each once; notes or not. */
  Set<String> linkedIn(String text) {
    Set<String> slugs = new LinkedHashSet<>();
    for (NoteLink link : LinkedText.parse(text).links()) {
      String slug = slug(link.target());
      if (slug != null) {
        slugs.add(slug);
      }
    }
    return slugs;
  }

  private @Nullable String slug(Target target) {
    return switch (target) {
      case Target.Note note -> note.slug();
      case Target.HugoPage page -> page.noteIn(folder);
    };
  }

  /** The text with {@code note:} links, where that can be undone without a trace. */
  String toNoteLinks(String text, Set<String> notes) {
    String converted = LinkedText.parse(text).resolve(link -> toNoteLink(link, notes));
    return toHugo(converted).equals(toHugo(text)) ? converted : text;
  }

  private Resolution toNoteLink(NoteLink link, Set<String> notes) {
    if (link.target() instanceof Target.HugoPage page) {
      String slug = page.noteIn(folder);
      String anchor = page.anchor();
      boolean plain = anchor == null || anchor.matches("[A-Za-z0-9_-]+");
      if (slug != null
          && plain
          && notes.contains(slug)
          && link.verbatim().contains("(" + ref(slug, anchor) + ")")) {
        return Resolution.to("note:" + slug + (anchor == null ? "" : "#" + anchor));
      }
    }
    return Resolution.verbatim();
  }

  /** The text as Hugo is to read it. */
  String toHugo(String text) {
    return LinkedText.parse(text)
        .resolve(
            link ->
                link.target() instanceof Target.Note note
                    ? Resolution.to(ref(note.slug(), note.anchor()))
                    : Resolution.verbatim());
  }

  private String ref(String slug, @Nullable String anchor) {
    return "{{< ref \"%s/%s.md%s\" >}}".formatted(folder, slug, anchor == null ? "" : "#" + anchor);
  }
}
