package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.Resolution;
import org.conferencedigest.summary.digest.Destination;
import org.conferencedigest.summary.digest.DigestDocument;

/** Links that readers see as plain text, everywhere or outside of the author's own site. */
final class DeadLinks {

  private DeadLinks() {}

  static List<Warning> warnings(DigestDocument document, List<WrittenText> texts) {
    NearestNotes nearest = new NearestNotes(document);
    List<Warning> warnings = new ArrayList<>();
    for (WrittenText text : texts) {
      int[] from = {0};
      text.text()
          .resolve(
              (link, destination) -> {
                int at = Math.max(from[0], text.markdown().indexOf(link.verbatim(), from[0]));
                from[0] = at;
                switch (destination) {
                  case Destination.Nowhere nowhere ->
                      warnings.add(dead(document, text, link, at, nearest));
                  case Destination.Elsewhere elsewhere -> {
                    if (!isWithinPage(link)) {
                      warnings.add(elsewhere(text, link, at));
                    }
                  }
                  case Destination.Note note -> {}
                  case Destination.Digest digest -> {}
                }
                return Resolution.verbatim();
              });
    }
    return warnings;
  }

  private static Warning dead(
      DigestDocument document, WrittenText text, NoteLink link, int at, NearestNotes nearest) {
    String target = target(link);
    String name =
        target.substring(target.lastIndexOf('/') + 1).replaceFirst("\\.(?:md|markdown)$", "");
    List<String> candidates = nearest.to(name);
    boolean retracted = document.state().retracted().containsKey(name);
    String what =
        retracted
            ? "The link “%s” leads to the note %s, which was retracted; readers see its words only. Publish it again, or link to another note."
            : "The link “%s” leads to %s, which is a draft or no note at all; readers see its words only. Publish it, or correct the link.";
    String maybe =
        candidates.isEmpty() ? "" : " Did you mean " + String.join(", or ", candidates) + "?";
    return text.warning(
        retracted ? "link-to-retracted" : "link-to-unpublished",
        Severity.ERROR,
        at,
        what.formatted(words(link), target) + maybe,
        candidates);
  }

  private static Warning elsewhere(WrittenText text, NoteLink link, int at) {
    return text.warning(
        "link-elsewhere",
        Severity.WARNING,
        at,
        (link.target() instanceof NoteLink.Target.HugoPage
                ? "The link “%s” leads to %s, a page of your site that is none of this conference's. It is a link in Hugo alone, and hugo.zip has a placeholder for that page; give its whole address, if others are to follow it."
                : "The link “%s” leads to %s, a page or a file of your site that is none of this conference's. It is a link on your site alone; give its whole address, if others are to follow it.")
            .formatted(words(link), target(link)));
  }

  private static boolean isWithinPage(NoteLink link) {
    return target(link).isEmpty();
  }

  /** What a person recognises the link by. */
  private static String words(NoteLink link) {
    return link.label().isBlank() ? link.verbatim() : link.label();
  }

  private static String target(NoteLink link) {
    return switch (link.target()) {
      case NoteLink.Target.Note note -> note.slug();
      case NoteLink.Target.HugoPage page -> page.path();
      case NoteLink.Target.SitePage page -> page.path();
    };
  }
}
