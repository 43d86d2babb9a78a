package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.render.Page;
import org.conferencedigest.summary.revision.Site;
import org.conferencedigest.summary.search.Found;
import org.conferencedigest.web.Head;
import org.conferencedigest.web.Hit;
import org.conferencedigest.web.Link;
import org.conferencedigest.web.Templates;
import org.jspecify.annotations.Nullable;

/** The pages that list notes: what a search found, and what an author wrote. */
@Tag(name = "pages")
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ListPages {

  private final Searcher searcher;
  private final Site site;

  ListPages(Searcher searcher, Site site) {
    this.searcher = searcher;
    this.site = site;
  }

  @Operation(summary = "The page to search on, with what was found")
  @Get("/search")
  @Produces("text/html;charset=utf-8")
  HttpResponse<String> search(
      @QueryValue(defaultValue = "") String q,
      @Nullable @QueryValue String conference,
      @Nullable @QueryValue String cursor) {
    Searcher.Page page = searcher.words(q, conference, null, cursor);
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("query", q);
    content.put("conference", conference);
    content.put("hits", hits(page));
    content.put(
        "next",
        page.next() == null
            ? null
            : "/search?q="
                + encoded(q)
                + (conference == null ? "" : "&conference=" + encoded(conference))
                + "&cursor="
                + page.next());
    Head head =
        Head.of(q.isBlank() ? "Search" : q + " – Search")
            .withDescription("Search in the published notes on the talks of conferences.")
            .notIndexed();
    return whole(head, "results", Templates.render("search", content));
  }

  @Operation(summary = "The page of an author: all their published notes")
  @Get("/authors/{author}")
  @Produces("text/html;charset=utf-8")
  HttpResponse<String> author(String author, @Nullable @QueryValue String cursor) {
    Searcher.Page page = searcher.author(author, cursor);
    if (page.found().isEmpty()) {
      throw ProblemException.notFound("Nobody of that name has published a note here.");
    }
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("author", author);
    content.put("hits", hits(page));
    content.put(
        "next", page.next() == null ? null : Page.author(author) + "?cursor=" + page.next());
    Head head =
        Head.of("Notes by " + author)
            .withCanonical(site.publicUrl() + Page.author(author))
            .withDescription("What " + author + " noted on the talks of conferences.");
    return whole(head, "author", Templates.render("author", content));
  }

  private static HttpResponse<String> whole(Head head, String kind, String content) {
    return HttpResponse.ok(
            Templates.render("html", Map.of("head", head, "kind", kind, "html", content)))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private static List<Hit> hits(Searcher.Page page) {
    return page.found().stream().map(ListPages::hit).toList();
  }

  private static Hit hit(Found found) {
    String conference = "/conferences/" + encoded(found.conference());
    return new Hit(
        new Link(found.title(), conference + "/notes/" + encoded(found.note())),
        new Link(found.conferenceTitle(), conference),
        new Link(found.author(), Page.author(found.author())),
        found.day() == null ? "" : Page.day(found.day()),
        Page.badge(found.verdict() == null ? null : Verdict.of(found.verdict())),
        found.speakers(),
        found.fragment().stream()
            .map(piece -> new Hit.Piece(piece.text(), piece.found()))
            .toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
