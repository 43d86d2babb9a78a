package org.conferencedigest.gateway.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.gateway.web.ConferencePage.Conference;
import org.conferencedigest.web.Head;
import org.jspecify.annotations.Nullable;

/** The page of all conferences. */
@Controller("/")
final class HomeController {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  private static final Head HEAD =
      Head.of("Conference Digest")
          .withDescription(
              "What was best at conferences, what is worth watching, and notes on each talk,"
                  + " kept up to date.");

  private final Conferences conferences;

  HomeController(Conferences conferences) {
    this.conferences = conferences;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  CompletableFuture<HttpResponse<String>> home() {
    return conferences
        .list()
        .thenApply(
            list ->
                HttpResponse.ok(Html.page(HEAD, "home", content(list)))
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache"));
  }

  private static String content(List<Conference> list) {
    StringBuilder html = new StringBuilder("<h1>Conferences</h1>\n");
    if (list.isEmpty()) {
      html.append("<p>There are none yet. <a href=\"/docs\">The API</a> says how to begin.</p>\n");
      return html.toString();
    }
    html.append("<ul class=\"list conferences\">\n");
    for (Conference conference : list) {
      html.append("<li><h2 class=\"title\" dir=\"auto\"><a href=\"/conferences/")
          .append(Html.escape(URLEncoder.encode(conference.slug(), StandardCharsets.UTF_8)))
          .append("\">")
          .append(Html.escape(conference.title()))
          .append("</a></h2>")
          .append(dates(conference.startDate(), conference.endDate()))
          .append("</li>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private static String dates(@Nullable LocalDate start, @Nullable LocalDate end) {
    if (start == null && end == null) {
      return "";
    }
    if (start == null || end == null || start.equals(end)) {
      return span(time(start == null ? end : start));
    }
    return span(time(start) + " to " + time(end));
  }

  private static String span(String content) {
    return " <p class=\"about\">" + content + "</p>";
  }

  private static String time(@Nullable LocalDate date) {
    return date == null ? "" : "<time datetime=\"" + date + "\">" + DAY.format(date) + "</time>";
  }
}
