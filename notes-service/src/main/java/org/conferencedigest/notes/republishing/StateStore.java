package org.conferencedigest.notes.republishing;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.events.Talk;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.note.Note;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.ConferenceLock;

/** What is to be published, and the versions it is published at; in the current transaction. */
@Singleton
final class StateStore {

  private static final String CONFERENCE =
      """
      select c.*, coalesce(v.version, 0) as on_topic
      from conference c
      left join republication_version v on v.conference = c.slug and v.note = ''
      where c.slug = ?
      """;

  private static final String LIFT_CONFERENCE = "update conference set version = ? where slug = ?";

  // Of drafts that nobody was ever told of, nobody is told now. Of all others, whatever they are.
  private static final String NOTES =
      """
      select n.*, coalesce(v.version, 0) as on_topic
      from note n
      left join republication_version v on v.conference = n.conference and v.note = n.slug
      where n.conference = ? and n.slug > ?
        and (n.event_version > 0 or n.state = 'published' or v.version is not null)
      order by n.slug
      limit ?
      for update of n
      """;

  private static final String LIFT_NOTES =
      """
      update note set event_version = lifted.version
      from unnest(?::text[], ?::bigint[]) lifted (slug, version)
      where note.conference = ? and note.slug = lifted.slug
      """;

  private static final String TALKS =
      "select * from talk where conference = ? and not deleted and slug = any (?)";

  // Of a conference, be it known itself or not, in an order to page by: itself first.
  private static final String UNKNOWN =
      """
      select v.*
      from republication_version v
      where v.conference = ? and v.note >= ?
        and case v.note
          when '' then not exists (select from conference c where c.slug = v.conference)
          else not exists (
            select from note n where n.conference = v.conference and n.slug = v.note)
        end
      order by v.note
      limit ?
      """;

  private static final String PLACE_CONFERENCE =
      """
      insert into conference (slug, title, time_zone, deleted, version, updated_at)
      values (?, ?, 'UTC', true, ?, ?)
      """;

  private static final String PLACE_NOTE =
      """
      insert into note (conference, slug, author, state, title, date, body, talks, revision,
        event_version, updated_at)
      values (?, ?, ?, 'retracted', ?, ?, '', '{}', 0, ?, ?)
      """;

  private static final String BACKLOG =
      """
      select count(*) from (select from outbox where set_aside_at is null limit ?) waiting
      """;

  private final JdbcOperations database;

  StateStore(JdbcOperations database) {
    this.database = database;
  }

  /**
   * An entity, and the highest version that the topics hold of it; 0 if they hold none.
   *
   * @param entity with the version it has here
   */
  record Found<T>(T entity, long onTopic) {}

  /** As the writers of single notes hold it: talks stay as they are, notes can be written. */
  void shareLock(String conference) {
    database.<Boolean>prepareStatement(
        ConferenceLock.SHARED,
        statement -> {
          statement.setString(1, conference);
          return statement.execute();
        });
  }

  Optional<Found<Conference>> conference(String slug) {
    return database.<Optional<Found<Conference>>>prepareStatement(
        CONFERENCE,
        statement -> {
          statement.setString(1, slug);
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Found<>(
                        database.readEntity(rows, Conference.class), rows.getLong("on_topic")))
                : Optional.empty();
          }
        });
  }

  void liftConference(Conference conference) {
    database.<Integer>prepareStatement(
        LIFT_CONFERENCE,
        statement -> {
          statement.setLong(1, conference.version());
          statement.setString(2, conference.slug());
          return statement.executeUpdate();
        });
  }

  /** The next notes that consumers have heard of, or should have, locked. */
  List<Found<Note>> notes(String conference, String after, int most) {
    return database.<List<Found<Note>>>prepareStatement(
        NOTES,
        statement -> {
          statement.setString(1, conference);
          statement.setString(2, after);
          statement.setInt(3, most);
          List<Found<Note>> notes = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              notes.add(
                  new Found<>(database.readEntity(rows, Note.class), rows.getLong("on_topic")));
            }
          }
          return notes;
        });
  }

  void liftNotes(String conference, List<Note> notes) {
    database.<Integer>prepareStatement(
        LIFT_NOTES,
        statement -> {
          statement.setArray(1, array(statement, "text", notes.stream().map(Note::slug).toList()));
          statement.setArray(
              2, array(statement, "bigint", notes.stream().map(Note::eventVersion).toList()));
          statement.setString(3, conference);
          return statement.executeUpdate();
        });
  }

  /** Those of the talks that are there. */
  Map<String, Talk> talks(String conference, Collection<String> slugs) {
    return database.<Map<String, Talk>>prepareStatement(
        TALKS,
        statement -> {
          statement.setString(1, conference);
          statement.setArray(2, array(statement, "text", slugs));
          Map<String, Talk> talks = new HashMap<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              Talk talk = database.readEntity(rows, TalkRow.class).talk();
              talks.put(talk.slug(), talk);
            }
          }
          return talks;
        });
  }

  /** What the topics hold of a conference and has no row here, from that note on. */
  List<TopicVersion> unknown(String conference, String from, int most) {
    return database.<List<TopicVersion>>prepareStatement(
        UNKNOWN,
        statement -> {
          statement.setString(1, conference);
          statement.setString(2, from);
          statement.setInt(3, most);
          List<TopicVersion> unknown = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              unknown.add(
                  new TopicVersion(
                      rows.getString("conference"),
                      rows.getString("note"),
                      rows.getLong("version"),
                      rows.getBoolean("live"),
                      rows.getString("author"),
                      rows.getString("title")));
            }
          }
          return unknown;
        });
  }

  /** Makes the row of something that is gone, so that its versions go on if it comes again. */
  void place(TopicVersion gone, String author, Instant at) {
    boolean conference = gone.note().isEmpty();
    database.<Integer>prepareStatement(
        conference ? PLACE_CONFERENCE : PLACE_NOTE,
        statement -> {
          int i = 0;
          statement.setString(++i, gone.conference());
          if (!conference) {
            statement.setString(++i, gone.note());
            statement.setString(++i, author);
          }
          statement.setString(++i, gone.title() == null ? gone.conference() : gone.title());
          if (!conference) {
            statement.setString(++i, at.atOffset(ZoneOffset.UTC).toLocalDate().toString());
          }
          statement.setLong(++i, gone.version());
          statement.setObject(++i, at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
          return statement.executeUpdate();
        });
  }

  /** How much waits in the outbox, counted up to that number. */
  long backlog(int most) {
    return database.<Long>prepareStatement(
        BACKLOG,
        statement -> {
          statement.setInt(1, most);
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private static Array array(PreparedStatement statement, String type, Collection<?> values)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, values.toArray());
  }
}
