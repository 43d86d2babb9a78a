package org.conferencedigest.summary.search;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where published things stand. */
@Singleton
public final class SiteMap {

  /** A sitemap lists 50,000 addresses at the most, and the home page is one. */
  private static final int MOST = 49_999;

  private static final String PLACES =
      """
      select conference, null as note, revised_at as changed
      from conference_state where etags is not null
      union all
      select conference, note, updated_at from note_search
      order by note nulls first, conference
      limit ?
      """;

  private final TransactionOperations<Connection> transactions;

  SiteMap(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /**
   * A page.
   *
   * @param note null: the digest's
   */
  public record Place(String conference, @Nullable String note, Instant changed) {}

  /** All of them, digests first; the first so many if there are more than a sitemap lists. */
  public List<Place> places() {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(PLACES)) {
            select.setInt(1, MOST);
            ResultSet row = select.executeQuery();
            List<Place> places = new ArrayList<>();
            while (row.next()) {
              places.add(
                  new Place(
                      row.getString("conference"),
                      row.getString("note"),
                      row.getObject("changed", OffsetDateTime.class).toInstant()));
            }
            return places;
          }
        });
  }
}
