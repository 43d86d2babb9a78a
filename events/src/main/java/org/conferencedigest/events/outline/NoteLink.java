package org.conferencedigest.events.outline;

import org.jspecify.annotations.Nullable;

/**
 * A link to another note, as it stands in a text.
 *
 * @param label what the reader sees, as Markdown; empty if only the address is written
 * @param target where it leads
 * @param verbatim the link as it was written
 */
public record NoteLink(String label, Target target, String verbatim) {

  /** Where a link leads. */
  public sealed interface Target {

    /** What stands behind {@code #}, without it; null if nothing does. */
    @Nullable String anchor();

    /** A note of the same conference: {@code note:slug#anchor}. */
    record Note(String slug, @Nullable String anchor) implements Target {}

    /** A page of a Hugo site: {@code {{< ref "path#anchor" >}}} or {@code relref}. */
    record HugoPage(String path, @Nullable String anchor) implements Target {

      /**
       * The slug of the note that this page is, if it lies in the folder of a conference's notes.
       *
       * @param folder that folder below the site's content, without slashes at its ends
       * @return null if the page lies elsewhere
       */
      public @Nullable String noteIn(String folder) {
        String page = path.startsWith("/") ? path.substring(1) : path;
        if (page.startsWith(folder + "/")) {
          page = page.substring(folder.length() + 1);
        } else if (page.indexOf('/') >= 0) {
          return null;
        }
        String slug = page.endsWith(".md") ? page.substring(0, page.length() - 3) : page;
        return slug.isEmpty() || slug.indexOf('/') >= 0 ? null : slug;
      }
    }
  }
}
