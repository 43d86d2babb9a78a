package org.conferencedigest.summary.search;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds published notes. */
@Singleton
public final class Search {

  private static final String COLUMNS =
      """
      select conference, conference_title, note, title, author, day, verdict, speakers, body, language
      from note_search
      """;

  private static final String BY_WORDS =
      COLUMNS
          + """
            where words @@ ?::tsquery and (?::text is null or conference = ?)
            order by ts_rank(words, ?::tsquery, 1) desc, day desc nulls last, conference, note
            offset ? limit ?
            """;

  private static final String BY_AUTHOR =
      COLUMNS
          + """
            where author = ? order by day desc nulls last, conference, note offset ? limit ?
            """;

  private final TransactionOperations<Connection> transactions;
  private final SearchSettings settings;

  Search(TransactionOperations<Connection> transactions, SearchSettings settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  /**
   * The notes that have all words of a query, the best first; none if it has no words.
   *
   * @param conference only of this one; null: of all
   */
  public List<Found> byWords(String words, @Nullable String conference, int offset, int limit) {
    Query query = Query.of(words);
    if (query.text().isEmpty()) {
      return List.of();
    }
    return read(
        BY_WORDS,
        query.terms(),
        select -> {
          select.setString(1, query.text());
          select.setString(2, conference);
          select.setString(3, conference);
          select.setString(4, query.text());
          select.setInt(5, offset);
          select.setInt(6, limit);
        });
  }

  /** All notes of an author, the latest first. */
  public List<Found> byAuthor(String author, int offset, int limit) {
    return read(
        BY_AUTHOR,
        Set.of(),
        select -> {
          select.setString(1, author);
          select.setInt(2, offset);
          select.setInt(3, limit);
        });
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement select) throws SQLException;
  }

  private List<Found> read(String sql, Set<String> terms, Binding binding) {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
            select.setQueryTimeout((int) Math.max(1, settings.timeout().toSeconds()));
            binding.bind(select);
            ResultSet row = select.executeQuery();
            List<Found> found = new ArrayList<>();
            while (row.next()) {
              found.add(found(row, terms));
            }
            return found;
          }
        });
  }

  private Found found(ResultSet row, Set<String> terms) throws SQLException {
    return new Found(
        row.getString("conference"),
        row.getString("conference_title"),
        row.getString("note"),
        row.getString("title"),
        row.getString("author"),
        row.getObject("day", LocalDate.class),
        row.getString("verdict"),
        row.getString("speakers"),
        Highlighter.fragment(
            row.getString("body"),
            Language.valueOf(row.getString("language")),
            terms,
            settings.fragment()));
  }
}
