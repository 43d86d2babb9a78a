package org.conferencedigest.summary.reading;

import jakarta.inject.Singleton;
import java.util.List;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.search.Found;
import org.conferencedigest.summary.search.Search;
import org.conferencedigest.summary.search.SearchSettings;
import org.jspecify.annotations.Nullable;

/** Searches within the bounds, a page at a time. */
@Singleton
final class Searcher {

  private final Search search;
  private final SearchSettings settings;

  Searcher(Search search, SearchSettings settings) {
    this.search = search;
    this.settings = settings;
  }

  /**
   * @param next the cursor of the next page; null if this is the last
   */
  record Page(List<Found> found, @Nullable String next) {}

  Page words(
      String words, @Nullable String conference, @Nullable Integer limit, @Nullable String cursor) {
    if (words.length() > settings.longestQuery()) {
      throw ProblemException.malformed(
          "A search is at most " + settings.longestQuery() + " characters long. Use fewer words.");
    }
    if (conference != null && !Slug.isValid(conference)) {
      throw ProblemException.malformed("conference is the slug of a conference.");
    }
    int size = size(limit);
    int from = from(cursor);
    return page(from, size, search.byWords(words, conference, from, size + 1));
  }

  Page author(String author, @Nullable String cursor) {
    int from = from(cursor);
    int size = settings.pageSize();
    return page(from, size, search.byAuthor(author, from, size + 1));
  }

  private Page page(int from, int size, List<Found> found) {
    boolean more = found.size() > size && from + size < settings.mostResults();
    return new Page(
        found.size() > size ? found.subList(0, size) : found,
        more ? Integer.toString(from + size) : null);
  }

  private int size(@Nullable Integer limit) {
    if (limit == null) {
      return settings.pageSize();
    }
    if (limit < 1 || limit > settings.mostPerPage()) {
      throw ProblemException.malformed("limit is 1 to " + settings.mostPerPage() + ".");
    }
    return limit;
  }

  private int from(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    if (!cursor.matches("\\d{1,6}") || Integer.parseInt(cursor) >= settings.mostResults()) {
      throw ProblemException.malformed(
          "cursor is what an earlier answer gave as next; one can page as far as "
              + settings.mostResults()
              + " results.");
    }
    return Integer.parseInt(cursor);
  }
}
