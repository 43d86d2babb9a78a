package org.conferencedigest.notes.note;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Where the history of notes is read. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RevisionRepository extends GenericRepository<NoteRevision, Long> {

  /** The revisions of a note before that one, latest first. */
  @Query(
      """
      select revision, state, title, changed_by, changed_at
      from note_revision
      where conference = :conference and note = :note and revision < :before
      order by revision desc
      limit :rows
      """)
  List<NoteRevision> page(String conference, String note, long before, int rows);

  /** A note as it was at a revision, with the author and the times it has now. */
  @Query(
      """
      select r.conference, r.note as slug, n.author, r.state, r.title, r.date, r.front_matter,
        r.body, r.talks, r.verdict, r.entry, r.recommendation, r.section, r.position, r.rank,
        r.revision, n.event_version, n.published_at, r.changed_at as updated_at,
        n.significant_at, n.file_name
      from note_revision r join note n on n.conference = r.conference and n.slug = r.note
      where r.conference = :conference and r.note = :note and r.revision = :revision
      """)
  Optional<Note> find(String conference, String note, long revision);
}
