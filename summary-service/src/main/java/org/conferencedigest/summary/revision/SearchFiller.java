package org.conferencedigest.summary.revision;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.summary.revision.Edition.Digest;
import org.conferencedigest.summary.search.SearchIndex;
import org.conferencedigest.summary.state.ConferenceRow;
import org.conferencedigest.summary.state.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes found what was here before there was a search, once, beside all other work: a conference at
 * a time, under its lock. Any instance may do it; what one did, the others find done.
 */
@Singleton
final class SearchFiller implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(SearchFiller.class);

  private final TransactionOperations<Connection> transactions;
  private final StateStore store;
  private final Editions editions;
  private final SearchIndex index;

  SearchFiller(
      TransactionOperations<Connection> transactions,
      StateStore store,
      Editions editions,
      SearchIndex index) {
    this.transactions = transactions;
    this.store = store;
    this.editions = editions;
    this.index = index;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofVirtual().name("search-filler").start(this::fill);
  }

  private void fill() {
    try {
      for (String conference : conferences()) {
        transactions.executeWrite(status -> fill(status.getConnection(), conference));
      }
    } catch (RuntimeException e) {
      LOG.warn("Not all notes are found by the search yet; the next start tries again", e);
    }
  }

  private List<String> conferences() {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select =
              status
                  .getConnection()
                  .prepareStatement(
                      "select conference from conference_state where not searchable order by 1")) {
            ResultSet row = select.executeQuery();
            List<String> conferences = new ArrayList<>();
            while (row.next()) {
              conferences.add(row.getString(1));
            }
            return conferences;
          }
        });
  }

  private boolean fill(Connection connection, String conference) throws SQLException {
    ConferenceRow row = store.lock(connection, List.of(conference)).get(conference);
    if (row == null) {
      return false;
    }
    Edition edition = editions.locked(connection, row.head());
    index.replace(connection, conference, edition.written().map(Digest::document).orElse(null));
    return true;
  }
}
