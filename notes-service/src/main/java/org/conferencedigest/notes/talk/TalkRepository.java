package org.conferencedigest.notes.talk;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where talks are kept. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TalkRepository extends GenericRepository<TalkRow, String> {

  /** A talk, be it deleted or not. */
  @Query("select * from talk where conference = :conference and slug = :slug")
  Optional<TalkRow> findRow(String conference, String slug);

  /** All talks of a conference that are there; bounded by how many one may have. */
  @Query("select * from talk where conference = :conference and not deleted order by slug")
  List<TalkRow> all(String conference);

  /** All talks of a conference, deleted ones included. */
  @Query("select * from talk where conference = :conference order by slug")
  List<TalkRow> rows(String conference);

  /** The talks of a conference whose slugs come after that one. */
  @Query(
      """
      select * from talk
      where conference = :conference and slug > :after and not deleted
      order by slug
      limit :rows
      """)
  List<TalkRow> page(String conference, String after, int rows);

  @Query("select count(*) from talk where conference = :conference")
  long count(String conference);

  /** Writes a talk over what was there. */
  @Query(
      """
      insert into talk (
        conference, slug, title, kind, starts_at, minutes, room, track, summary, cancelled,
        speakers, links, deleted, revision, updated_at)
      values (
        :conference, :slug, :title, :kind, :startsAt, :minutes, :room, :track, :summary, :cancelled,
        cast(:speakers as jsonb), cast(:links as jsonb), :deleted, :revision, :updatedAt)
      on conflict (conference, slug) do update set
        title = excluded.title,
        kind = excluded.kind,
        starts_at = excluded.starts_at,
        minutes = excluded.minutes,
        room = excluded.room,
        track = excluded.track,
        summary = excluded.summary,
        cancelled = excluded.cancelled,
        speakers = excluded.speakers,
        links = excluded.links,
        deleted = excluded.deleted,
        revision = excluded.revision,
        updated_at = excluded.updated_at
      """)
  void write(TalkRow talk);

  /** Marks all talks of a conference as deleted. */
  @Query(
      """
      update talk set deleted = true, revision = revision + 1, updated_at = :at
      where conference = :conference and not deleted
      """)
  void clear(String conference, Instant at);
}
