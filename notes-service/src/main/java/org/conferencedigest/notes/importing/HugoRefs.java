package org.conferencedigest.notes.importing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.outline.LinkedText;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The links of a post to notes: as Hugo's shortcode in the post, as {@code note:} in the outline.
 * Those in the manner of another generator stay as they are.
 */
final class HugoRefs {

  /** Texts in which links were found last; a post is looked at more than once. */
  private static final int KEPT = 4;

  /** Shorter ones are as soon parsed as kept. In characters. */
  private static final int LONG = 10_000;

  /** Where the notes are below the site's content, without slashes at its ends. */
  private final String folder;

  private final Map<String, LinkedText> found =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LinkedText> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Whether that folder is sure to be the notes': a page there that is not known is one to come.
   */
  private final boolean sure;

  HugoRefs(String folder, boolean sure) {
    this.folder = folder;
    this.sure = sure;
  }

  String folder() {
    return folder;
  }

  private LinkedText linksIn(String text) {
    LinkedText known = found.get(text);
    if (known == null) {
      known = LinkedText.parse(text);
      if (text.length() > LONG) {
        found.put(text, known);
      }
    }
    return known;
  }

  /** The folder that most links of a post lead to which lead to one of these notes. */
  static Optional<String> folderOf(String post, Set<String> notes) {
    Map<String, Integer> counts = new HashMap<>();
    for (NoteLink link : LinkedText.parse(post).links()) {
      if (link.target() instanceof Target.HugoPage page) {
        String path = page.path().startsWith("/") ? page.path().substring(1) : page.path();
        int slash = path.lastIndexOf('/');
        if (slash > 0 && notes.contains(page.name())) {
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
    for (NoteLink link : linksIn(text).links()) {
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
      case Target.SitePage page -> {
        String name = page.noteIn(folder);
        yield name == null || Slug.isValid(name) ? name : Slug.from(name);
      }
    };
  }

  /** The text with {@code note:} links, where that can be undone without a trace. */
  String toNoteLinks(String text, Set<String> notes) {
    String converted = linksIn(text).resolve(link -> toNoteLink(link, notes));
    return toHugo(converted).equals(toHugo(text)) ? converted : text;
  }

  private boolean isToCome(Target.HugoPage page) {
    return sure && page.path().replaceFirst("^/", "").startsWith(folder + "/");
  }

  private Resolution toNoteLink(NoteLink link, Set<String> notes) {
    if (link.target() instanceof Target.HugoPage page) {
      String slug = page.noteIn(folder);
      String anchor = page.anchor();
      boolean plain = anchor == null || anchor.matches("[A-Za-z0-9_-]+");
      if (slug != null
          && plain
          && (notes.contains(slug) || isToCome(page))
          && link.verbatim().contains("(" + ref(slug, anchor) + ")")) {
        return Resolution.to("note:" + slug + (anchor == null ? "" : "#" + anchor));
      }
    }
    return Resolution.verbatim();
  }

  /** The text as Hugo is to read it. */
  String toHugo(String text) {
    return linksIn(text)
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
