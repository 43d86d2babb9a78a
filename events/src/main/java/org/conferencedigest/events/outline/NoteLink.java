package org.conferencedigest.events.outline;

import java.util.regex.Pattern;
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

      /** What its file is called, without folder and ending. */
      public String name() {
        return PageName.stem(path.substring(path.lastIndexOf('/') + 1));
      }

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
        String slug = PageName.stem(page);
        return slug.isEmpty() || slug.indexOf('/') >= 0 ? null : slug;
      }
    }

    /**
     * A page of a site by the path of its file, as Jekyll ({@code {% post_url name %}}, {@code {%
     * link _posts/name.md %}}), Pelican ({@code {filename}name.md}) and plain Markdown ({@code
     * name.md}) write it.
     *
     * @param path without what marks it as one, but for Pelican's words for other things than pages
     */
    record SitePage(String path, @Nullable String anchor) implements Target {

      private static final Pattern POSTS = Pattern.compile("(?:.*/)?_posts");

      /** What its file is called, without folder and ending. */
      public String name() {
        return PageName.stem(path.substring(path.lastIndexOf('/') + 1));
      }

      /**
       * The name of the note's file that this page is, without its ending, if it may lie in the
       * folder of a conference's notes.
       *
       * @param folder that folder below the site's content, without slashes at its ends
       * @return null if the page lies elsewhere, or is no page
       */
      public @Nullable String noteIn(String folder) {
        int slash = path.lastIndexOf('/');
        String name = name();
        String within = path.substring(0, slash + 1).replaceFirst("^\\./|^/", "");
        String named = within.isEmpty() ? within : within.substring(0, within.length() - 1);
        boolean here =
            named.isEmpty()
                || named.equals(folder)
                || named.equals("../" + folder.substring(folder.lastIndexOf('/') + 1))
                || POSTS.matcher(named).matches();
        return here && !name.isEmpty() && !name.startsWith("{") ? name : null;
      }
    }
  }
}
