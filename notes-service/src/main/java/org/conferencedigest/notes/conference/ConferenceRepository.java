package org.conferencedigest.notes.conference;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Where conferences are kept. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ConferenceRepository extends GenericRepository<Conference, String> {

  /** A conference, be it deleted or not. */
  @Query("select * from conference where slug = :slug")
  Optional<Conference> findRow(String slug);

  /** The conferences whose slugs come after that one. */
  @Query(
      """
      select * from conference
      where slug > :after and not deleted
      order by slug
      limit :rows
      """)
  List<Conference> page(String after, int rows);

  /** Writes a conference over what was there. */
  @Query(
      """
      insert into conference (
        slug, title, start_date, end_date, time_zone, link, outline,
        digest_title, digest_summary, digest_front_matter, digest_path, digest_file_name,
        deleted, version, updated_at)
      values (
        :slug, :title, :startDate, :endDate, :timeZone, :link, :outline,
        :digestTitle, :digestSummary, :digestFrontMatter, :digestPath, :digestFileName,
        :deleted, :version, :updatedAt)
      on conflict (slug) do update set
        title = excluded.title,
        start_date = excluded.start_date,
        end_date = excluded.end_date,
        time_zone = excluded.time_zone,
        link = excluded.link,
        outline = excluded.outline,
        digest_title = excluded.digest_title,
        digest_summary = excluded.digest_summary,
        digest_front_matter = excluded.digest_front_matter,
        digest_path = excluded.digest_path,
        digest_file_name = excluded.digest_file_name,
        deleted = excluded.deleted,
        version = excluded.version,
        updated_at = excluded.updated_at
      """)
  void write(Conference conference);

  /** A conference that is there. */
  default Optional<Conference> find(String slug) {
    return findRow(slug).filter(conference -> !conference.deleted());
  }
}
