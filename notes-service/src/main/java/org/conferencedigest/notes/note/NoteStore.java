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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.ConferenceLock;
import org.conferencedigest.notes.writing.LostRaceException;
import org.jspecify.annotations.Nullable;

/**
 * Where notes are written: all that a write has to know comes in one round trip to the database,
 * and all that it changes goes in another.
 */
@Singleton
final class NoteStore {

  // Four statements, one round trip. Each sees what was committed when the lock was had.
  private static final String SITUATION =
      ConferenceLock.SHARED
          + """
          ;
          select conference.*,
            case when exists (select from note where conference = ? and slug = ?) then 0
              else (select count(*) from note where conference = ?) end as notes
          from conference where slug = ? and not deleted;

          select * from note where conference = ? and slug = ? for update;

          select * from talk
          where conference = ? and not deleted and slug = any (
            ? || coalesce((select talks from note where conference = ? and slug = ?), '{}'))
          """;

  // The row is written only over the revision it was read at; the row that a lost race finds is
  // not.
  private static final String WRITE =
      """
      with written as (
        insert into note (
          conference, slug, author, state, title, date, front_matter, body, talks,
          verdict, entry, recommendation, section, position, rank,
          revision, event_version, published_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
          updated_at = excluded.updated_at
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
      )
      select count(*) from written
      """;

  private final JdbcOperations database;
  private final Bounds bounds;

  NoteStore(JdbcOperations database, Bounds bounds) {
    this.database = database;
    this.bounds = bounds;
  }

  /**
   * Takes the conference's lock together with others, and the note's row alone.
   *
   * @throws ProblemException 404 if there is no such conference
   */
  NoteSituation situation(String conference, String slug, Collection<String> talks) {
    return database.<NoteSituation>prepareStatement(
        SITUATION,
        statement -> {
          int i = 0;
          for (String text :
              List.of(
                  conference,
                  conference,
                  slug,
                  conference,
                  conference,
                  conference,
                  slug,
                  conference)) {
            statement.setString(++i, text);
          }
          statement.setArray(++i, statement.getConnection().createArrayOf("text", talks.toArray()));
          statement.setString(++i, conference);
          statement.setString(++i, slug);
          statement.execute();
          return situation(statement, conference);
        });
  }

  private NoteSituation situation(PreparedStatement statement, String slug) throws SQLException {
    Conference conference;
    long notes;
    try (ResultSet rows = next(statement)) {
      if (!rows.next()) {
        throw ProblemException.notFound("There is no conference " + slug + ".");
      }
      conference = database.readEntity(rows, Conference.class);
      notes = rows.getLong("notes");
    }
    Optional<Note> row;
    try (ResultSet rows = next(statement)) {
      row = rows.next() ? Optional.of(database.readEntity(rows, Note.class)) : Optional.empty();
    }
    List<TalkRow> talks = new ArrayList<>();
    try (ResultSet rows = next(statement)) {
      while (rows.next()) {
        talks.add(database.readEntity(rows, TalkRow.class));
      }
    }
    return NoteSituation.of(conference, row, notes, talks);
  }

  private static ResultSet next(PreparedStatement statement) throws SQLException {
    if (!statement.getMoreResults()) {
      throw new IllegalStateException("a statement that selects gave no rows");
    }
    return statement.getResultSet();
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
    statement.setString(++i, by);
    statement.setLong(++i, bounds.revisionsKept());
  }

  /** Writes only that another event tells of a note: its own words, and its revision, stay. */
  void writeEventVersion(Note note) {
    database.<Integer>prepareStatement(
        "update note set event_version = ? where conference = ? and slug = ?",
        statement -> {
          statement.setLong(1, note.eventVersion());
          statement.setString(2, note.conference());
          statement.setString(3, note.slug());
          return statement.executeUpdate();
        });
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
