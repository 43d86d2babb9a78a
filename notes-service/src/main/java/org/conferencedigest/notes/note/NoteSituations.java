package org.conferencedigest.notes.note;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.ConferenceLock;

/** Reads, in one round trip to the database, all that the writer of a note has to know. */
@Singleton
final class NoteSituations {

  // Each statement sees what was committed when the lock was had, or later.
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

  private final JdbcOperations database;

  NoteSituations(JdbcOperations database) {
    this.database = database;
  }

  /**
   * What stands where a note is to be written. Takes the conference's lock together with others,
   * and the note's row alone.
   *
   * @param talks what the note is to cover, besides what it covers
   * @throws ProblemException 404 if there is no such conference
   */
  NoteSituation of(String conference, String slug, Collection<String> talks) {
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
          return read(statement, conference);
        });
  }

  private NoteSituation read(PreparedStatement statement, String slug) throws SQLException {
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
}
