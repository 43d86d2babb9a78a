package org.conferencedigest.notes.note;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.writing.LostRaceException;
import org.jspecify.annotations.Nullable;

/** Where notes are written: all that a change consists of, in one round trip to the database. */
@Singleton
final class NoteStore {

  // The row is written only over the revision it was read at; the row that a lost race finds is
  // not.
  private static final String WRITE =
      """
      with written as (
        insert into note (
          conference, slug, author, state, title, date, front_matter, body, talks,
          verdict, entry, recommendation, section, position, rank,
          revision, event_version, published_at, updated_at, significant_at, file_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, slug) do update set
          state = excluded.state,
          title = excluded.title,
          date = excluded.date,
          front_matter = excluded.front_matter,
          body = excluded.body,
          talks = excluded.talks,
          verdict = excluded.verdict,
          entry = excluded.entry,
          recommendation = excluded.recommendation,
          section = excluded.section,
          position = excluded.position,
          rank = excluded.rank,
          revision = excluded.revision,
          event_version = excluded.event_version,
          published_at = excluded.published_at,
          updated_at = excluded.updated_at,
          significant_at = excluded.significant_at,
          file_name = excluded.file_name
        where note.revision = excluded.revision - 1
        returning *
      ), history as (
        insert into note_revision (
          conference, note, revision, state, title, date, front_matter, body, talks,
          verdict, entry, recommendation, section, position, rank, changed_by, changed_at)
        select conference, slug, revision, state, title, date, front_matter, body, talks,
          verdict, entry, recommendation, section, position, rank, ?, updated_at
        from written
      ), forgotten as (
        delete from note_revision using written
        where note_revision.conference = written.conference
          and note_revision.note = written.slug
          and note_revision.revision <= written.revision - ?
      ), typed as (
        delete from note_revision using written
        where note_revision.conference = written.conference
          and note_revision.note = written.slug
          and note_revision.revision = written.revision - 1
          and written.state = 'draft'
          and note_revision.state = 'draft'
          and note_revision.changed_by = ?
          and exists (
            select from note_revision earlier
            where earlier.conference = written.conference
              and earlier.note = written.slug
              and earlier.state = 'draft'
              and earlier.changed_by = ?
              and earlier.changed_at > written.updated_at - ? * interval '1 second'
              and earlier.revision = (
                select max(revision) from note_revision before
                where before.conference = written.conference
                  and before.note = written.slug
                  and before.revision < written.revision - 1))
      )
      select count(*) from written
      """;

  private static final String RETRACT_ALL =
      """
      with present as (
        select slug, state from note where conference = ? and state <> 'retracted' for update
      ), gone as (
        update note set
          state = 'retracted',
          revision = note.revision + 1,
          event_version =
            note.event_version + case present.state when 'published' then 1 else 0 end,
          updated_at = greatest(?, note.updated_at + ? * interval '1 millisecond')
        from present
        where note.conference = ? and note.slug = present.slug
        returning note.*, present.state as state_before
      ), history as (
        insert into note_revision (
          conference, note, revision, state, title, date, front_matter, body, talks,
          verdict, entry, recommendation, section, position, rank, changed_by, changed_at)
        select conference, slug, revision, state, title, date, front_matter, body, talks,
          verdict, entry, recommendation, section, position, rank, ?, updated_at
        from gone
      )
      select slug, event_version, updated_at from gone where state_before = 'published' order by slug
      """;

  private final JdbcOperations database;
  private final Bounds bounds;

  NoteStore(JdbcOperations database, Bounds bounds) {
    this.database = database;
    this.bounds = bounds;
  }

  /**
   * Writes a note over the revision before it, or as a new one, with its history.
   *
   * @throws LostRaceException if that is not the revision that is there
   */
  void write(Note note, String by) {
    long written =
        database.<Long>prepareStatement(
            WRITE,
            statement -> {
              bind(statement, note, by);
              try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
              }
            });
    if (written == 0) {
      throw new LostRaceException();
    }
  }

  private void bind(PreparedStatement statement, Note note, String by) throws SQLException {
    int i = 0;
    statement.setString(++i, note.conference());
    statement.setString(++i, note.slug());
    statement.setString(++i, note.author());
    statement.setString(++i, note.state().word());
    statement.setString(++i, note.title());
    statement.setString(++i, note.date().text());
    statement.setString(++i, note.frontMatter());
    statement.setString(++i, note.body());
    statement.setArray(
        ++i, statement.getConnection().createArrayOf("text", note.talks().toArray()));
    statement.setString(++i, note.verdict() == null ? null : note.verdict().word());
    statement.setString(++i, note.entry());
    statement.setString(++i, note.recommendation());
    statement.setString(++i, note.section());
    statement.setObject(++i, note.position(), Types.INTEGER);
    statement.setObject(++i, note.rank(), Types.INTEGER);
    statement.setLong(++i, note.revision());
    statement.setLong(++i, note.eventVersion());
    statement.setObject(++i, time(note.publishedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setObject(++i, time(note.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setObject(++i, time(note.significantAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setString(++i, note.fileName());
    statement.setString(++i, by);
    statement.setLong(++i, bounds.revisionsKept());
    statement.setString(++i, by);
    statement.setString(++i, by);
    statement.setLong(++i, bounds.draftsWithin().toSeconds());
  }

  /** Writes only that another event tells of notes: their own words, and revisions, stay. */
  void writeEventVersions(List<Note> notes) {
    database.<int[]>prepareStatement(
        "update note set event_version = ? where conference = ? and slug = ?",
        statement -> {
          for (Note note : notes) {
            statement.setLong(1, note.eventVersion());
            statement.setString(2, note.conference());
            statement.setString(3, note.slug());
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  /**
   * Retracts all notes of a conference that are not.
   *
   * @param at what the clock says; a note that was written later, before the clock was set back, is
   *     retracted just after that
   * @return the retractions of those that were published, in the order of their slugs
   */
  List<TalkReviewed> retractAll(String conference, String by, Instant at) {
    return database.<List<TalkReviewed>>prepareStatement(
        RETRACT_ALL,
        statement -> {
          statement.setString(1, conference);
          statement.setObject(2, time(at), Types.TIMESTAMP_WITH_TIMEZONE);
          statement.setLong(3, NoteVersions.STEP.toMillis());
          statement.setString(4, conference);
          statement.setString(5, by);
          List<TalkReviewed> retractions = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              Instant then = rows.getObject(3, OffsetDateTime.class).toInstant();
              retractions.add(
                  new TalkReviewed(conference, rows.getString(1), rows.getLong(2), null, then));
            }
          }
          return retractions;
        });
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
