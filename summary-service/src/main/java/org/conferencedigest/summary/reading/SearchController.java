package org.conferencedigest.summary.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.conferencedigest.summary.search.Found;
import org.jspecify.annotations.Nullable;

/** Finding published notes. */
@Tag(name = "search")
@Controller("/api/v1/search")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {

  private final Searcher searcher;

  SearchController(Searcher searcher) {
    this.searcher = searcher;
  }

  /**
   * @param next the cursor of the next page; null if this is the last
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Results(List<Found> items, @Nullable String next) {}

  @Operation(summary = "Published notes that have all of the words, the best first")
  @Get
  HttpResponse<Results> search(
      @QueryValue(defaultValue = "") String q,
      @Nullable @QueryValue String conference,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String cursor) {
    Searcher.Page page = searcher.words(q, conference, limit, cursor);
    MutableHttpResponse<Results> response =
        HttpResponse.ok(new Results(page.found(), page.next()))
            .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (page.next() != null) {
      response.header(
          HttpHeaders.LINK,
          "</api/v1/search?q="
              + encoded(q)
              + (conference == null ? "" : "&conference=" + encoded(conference))
              + (limit == null ? "" : "&limit=" + limit)
              + "&cursor="
              + page.next()
              + ">; rel=\"next\"");
    }
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
