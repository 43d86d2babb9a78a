package org.conferencedigest.summary.render;

import java.util.Map;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.Resolution;
import org.conferencedigest.summary.digest.Destination;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;
import org.jspecify.annotations.Nullable;

/**
 * Links as a Hugo site resolves them. What an author wrote as a shortcode, or as another site
 * resolves it, stays as it is.
 *
 * @param folder where the notes are, without slashes at its ends
 * @param digestPage where the digest is
 * @param otherNames the files of notes that are not called by their slugs, by slug
 * @param others whether the site may have pages that are not known here, as one has from which only
 *     a post was imported
 */
record HugoLinks(String folder, String digestPage, Map<String, String> otherNames, boolean others)
    implements LinkStyle {

  /** For the pages of notes. */
  static HugoLinks of(DigestDocument document) {
    return of(document, false);
  }

  /** For the post: a shortcode that leads to no note leads to another page of the author's site. */
  static HugoLinks ofPost(DigestDocument document) {
    return of(document, true);
  }

  private static HugoLinks of(DigestDocument document, boolean others) {
    return new HugoLinks(
        HugoPaths.folder(document),
        HugoPaths.digestPage(document),
        HugoPaths.otherNames(document),
        others);
  }

  @Override
  public Resolution of(NoteLink link, Destination destination) {
    boolean kept =
        switch (link.target()) {
          case Target.HugoPage page -> others || !(destination instanceof Destination.Nowhere);
          case Target.SitePage page -> true;
          case Target.Note note -> false;
        };
    if (kept) {
      return Resolution.verbatim();
    }
    return switch (destination) {
      case Destination.Note note ->
          ref(
              folder + "/" + otherNames.getOrDefault(note.slug(), note.slug() + ".md"),
              note.anchor());
      case Destination.Digest digest -> ref(digestPage, digest.anchor());
      case Destination.Elsewhere elsewhere -> Resolution.verbatim();
      case Destination.Nowhere nowhere -> Resolution.plainText();
    };
  }

  private static Resolution ref(String page, @Nullable String anchor) {
    String fragment = anchor == null ? "" : "#" + Escape.inPath(anchor);
    return Resolution.to("{{< ref \"" + page + fragment + "\" >}}");
  }
}
