package org.conferencedigest.notes.note;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Where notes are read, one statement at a time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface NoteRepository extends GenericRepository<Note, String> {

  /** A note of a conference that is there, be the note retracted or not. */
  @Query(
      """
      select note.*
      from note join conference on conference.slug = note.conference and not conference.deleted
      where note.conference = :conference and note.slug = :slug
      """)
  Optional<Note> findRow(String conference, String slug);

  /** Notes of these slugs, retracted or not. */
  @Query("select * from note where conference = :conference and slug = any (:slugs)")
  List<Note> rows(String conference, String[] slugs);

  /** All that is published or drafted in a conference. */
  @Query(
      """
      select slug, author, state, title, date, talks, verdict, entry, recommendation, section,
        position, rank, published_at, updated_at
      from note
      where conference = :conference and state <> 'retracted'
      order by slug
      """)
  List<NoteSummary> summaries(String conference);

  /**
   * The notes that a caller may see and whose slugs come after that one.
   *
   * @param everything whether the caller sees the drafts of others
   * @param subject whose own drafts the caller sees; empty for nobody's
   * @param inState only notes in that state; empty for any
   * @param talk only notes that cover that talk; empty for any
   */
  @Query(
      """
      select slug, author, state, title, date, talks, verdict, entry, recommendation, section,
        position, rank, published_at, updated_at
      from note
      where conference = :conference
        and slug > :after
        and (state = 'published' or (state = 'draft' and (:everything or author = :subject)))
        and (:inState = '' or state = :inState)
        and (:talk = '' or talks @> cast(array[:talk] as text[]))
      order by slug
      limit :rows
      """)
  List<NoteSummary> page(
      String conference,
      String after,
      boolean everything,
      String subject,
      String inState,
      String talk,
      int rows);

  /** The published notes that cover a talk, locked, in the order of their slugs. */
  @Query(
      """
      select * from note
      where conference = :conference and talks @> cast(array[:talk] as text[]) and state = 'published'
      order by slug
      for update
      """)
  List<Note> covering(String conference, String talk);

  /** The published notes that cover any of these talks, locked, in the order of their slugs. */
  @Query(
      """
      select * from note
      where conference = :conference and talks && cast(:talks as text[]) and state = 'published'
      order by slug
      for update
      """)
  List<Note> coveringAny(String conference, String[] talks);

  /** The talks that notes cover which are drafted or published. */
  @Query(
      """
      select distinct unnest(talks) from note
      where conference = :conference and state <> 'retracted'
      """)
  List<String> coveredTalks(String conference);

  @Query("select count(*) from note where conference = :conference")
  long count(String conference);
}
