package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.Resolution;
import org.conferencedigest.summary.digest.Destination;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;

/** Links to notes that are drafts, retracted or unknown, which readers see as plain text. */
final class DeadLinks {

  private DeadLinks() {}

  static List<Warning> warnings(DigestDocument document) {
    List<Warning> warnings = new ArrayList<>();
    look(document.frame().text(), "outline", warnings);
    for (DigestNote note : document.notes()) {
      String place = "notes/" + note.slug();
      look(note.entry(), place + "/entry", warnings);
      look(note.recommendation(), place + "/recommendation", warnings);
      look(document.body(note), place, warnings);
    }
    return warnings;
  }

  private static void look(DigestText text, String place, List<Warning> warnings) {
    text.resolve(
        (link, destination) -> {
          if (destination instanceof Destination.Nowhere) {
            warnings.add(warning(link, place));
          }
          return Resolution.verbatim();
        });
  }

  private static Warning warning(NoteLink link, String place) {
    String target =
        switch (link.target()) {
          case NoteLink.Target.Note note -> note.slug();
          case NoteLink.Target.HugoPage page -> page.path();
        };
    return new Warning(
        "link-to-unpublished",
        place,
        "The link “%s” leads to %s, which is not published; readers see its words only."
            .formatted(link.label(), target));
  }
}
