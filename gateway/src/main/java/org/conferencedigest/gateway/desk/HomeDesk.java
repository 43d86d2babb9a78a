package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.gateway.desk.NotesApi.Answered;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;

/** The desk's first page: the conferences, and a new one. */
@Controller("/write")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeDesk {

  private static final int MOST = 1000;

  private final DeskPages pages;
  private final NotesApi notes;

  HomeDesk(DeskPages pages, NotesApi notes) {
    this.pages = pages;
    this.notes = notes;
  }

  @Get
  HttpResponse<?> home(ServerHttpRequest<?> request, Caller caller) {
    return caller.isAnonymous()
        ? DeskPages.signIn(request)
        : home(request, caller, HttpStatus.OK, null);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> setUp(
      ServerHttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    String title = form.getOrDefault("title", "").strip();
    String slug = Slug.from(title);
    Conference wanted;
    try {
      wanted =
          new Conference(
              slug,
              title,
              day(form.get("startDate")),
              day(form.get("endDate")),
              form.getOrDefault("timeZone", "UTC").strip(),
              null,
              null,
              null);
    } catch (DateTimeException e) {
      return refused(request, caller, "A day is written as 2026-03-02.");
    }
    Answered answer = notes.put(request, Conference.path(slug), wanted, null);
    if (answer.isStale()) {
      return refused(
          request, caller, "There is a conference of that title already. Give it another title.");
    }
    return answer.status() == HttpStatus.CREATED.getCode()
        ? DeskPages.on("/write/" + Place.segment(slug))
        : refused(request, caller, notes.sentence(answer));
  }

  private HttpResponse<?> refused(ServerHttpRequest<?> request, Caller caller, String sentence) {
    return home(request, caller, HttpStatus.UNPROCESSABLE_ENTITY, Told.bad(sentence));
  }

  private HttpResponse<?> home(
      ServerHttpRequest<?> request, Caller caller, HttpStatus status, @Nullable Told told) {
    List<Place> places =
        notes.list(request, "/api/v1/conferences", Conference.class, MOST).stream()
            .map(Conference::place)
            .toList();
    return pages.page(status, "home", caller, null, told, Map.of("places", places));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null || text.isBlank() ? null : LocalDate.parse(text);
  }
}
