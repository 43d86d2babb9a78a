package org.conferencedigest.notes.note;

import jakarta.inject.Singleton;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.PathSlug;
import org.conferencedigest.notes.paging.Cut;
import org.conferencedigest.notes.paging.Listing;

/** Reads the history of notes: for their authors and for editors, since it holds drafts. */
@Singleton
final class History {

  private final NoteRepository notes;
  private final RevisionRepository revisions;

  History(NoteRepository notes, RevisionRepository revisions) {
    this.notes = notes;
    this.revisions = revisions;
  }

  Listing<NoteRevision> list(String conference, String segment, Cut cut, Caller caller) {
    Note note = ownNote(conference, segment, caller);
    return cut.page(
        revisions.page(note.conference(), note.slug(), before(cut), cut.rows()),
        revision -> Long.toString(revision.revision()),
        revision -> revision);
  }

  Note get(String conference, String segment, long revision, Caller caller) {
    Note note = ownNote(conference, segment, caller);
    return revisions
        .find(note.conference(), note.slug(), revision)
        .orElseThrow(() -> ProblemException.notFound("There is no revision " + revision + "."));
  }

  /** The history of a retracted note can still be read. */
  private Note ownNote(String conference, String segment, Caller caller) {
    Note note =
        notes
            .findRow(PathSlug.existing(conference), PathSlug.existing(segment))
            .filter(found -> found.isPublished() || caller.mayActFor(found.author()))
            .orElseThrow(() -> ProblemException.notFound("There is no note " + segment + "."));
    caller.requireAuthorOf(note.author());
    return note;
  }

  private static long before(Cut cut) {
    if (cut.after().isEmpty()) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(cut.after());
    } catch (NumberFormatException e) {
      throw ProblemException.invalid("#cursor", "cursor must be the \"next\" of an earlier page");
    }
  }
}
