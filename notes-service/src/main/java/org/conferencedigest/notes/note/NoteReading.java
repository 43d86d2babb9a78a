package org.conferencedigest.notes.note;

import jakarta.inject.Singleton;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.identity.Role;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.PathSlug;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.conference.Conferences;
import org.conferencedigest.notes.paging.Cut;
import org.conferencedigest.notes.paging.Listing;

/** Reads notes: what is published for everybody, drafts for their authors and for editors. */
@Singleton
final class NoteReading {

  private final NoteRepository repository;
  private final Conferences conferences;

  NoteReading(NoteRepository repository, Conferences conferences) {
    this.repository = repository;
    this.conferences = conferences;
  }

  /**
   * A note that the caller may see.
   *
   * @throws ProblemException 404 if there is none
   */
  Note get(String conference, String segment, Caller caller) {
    return repository
        .findRow(PathSlug.existing(conference), PathSlug.existing(segment))
        .filter(note -> isVisible(note, caller))
        .orElseThrow(() -> ProblemException.notFound("There is no note " + segment + "."));
  }

  private static boolean isVisible(Note note, Caller caller) {
    return switch (note.state()) {
      case PUBLISHED -> true;
      case DRAFT -> caller.mayActFor(note.author());
      case RETRACTED -> false;
    };
  }

  /**
   * The notes that the caller may see.
   *
   * @param state {@code draft}, {@code published}, or empty for both
   * @param talk only notes that cover it; empty for all
   */
  Listing<NoteItem> list(String conference, Cut cut, String state, String talk, Caller caller) {
    Conference in = conferences.get(conference);
    String author = caller.roles().contains(Role.AUTHOR) ? caller.subject() : "";
    return cut.page(
        repository.page(in.slug(), cut.after(), caller.isEditor(), author, state, talk, cut.rows()),
        NoteSummary::slug,
        NoteItem::of);
  }
}
