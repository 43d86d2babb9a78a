package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpRequest;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.gateway.desk.NotesApi.Answered;
import org.conferencedigest.gateway.desk.NotesApi.Tagged;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;

/** What is done to a conference as a whole: its order, its outline, imports. */
@Controller("/write/{conference}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConferenceDesk {

  /** What a conference has that has no outline of its own. */
  private static final String DEFAULT =
      """
      <!-- digest:summary -->

      <!--more-->

      <!-- digest:tiers -->

      <!-- digest:days -->
      """;

  private static final Told SAVED = Told.good("The outline is published.");
  private static final Told STALE =
      Told.bad(
          "Somebody changed the conference while you wrote. Save again to put your outline in place of theirs.");

  private final DeskPages pages;
  private final NotesApi notes;

  ConferenceDesk(DeskPages pages, NotesApi notes) {
    this.pages = pages;
    this.notes = notes;
  }

  @Get("/arrange")
  HttpResponse<?> arrange(HttpRequest<?> request, String conference, Caller caller) {
    return simple(request, conference, caller, "arrange");
  }

  @Get("/import")
  HttpResponse<?> imports(HttpRequest<?> request, String conference, Caller caller) {
    return simple(request, conference, caller, "import");
  }

  private HttpResponse<?> simple(
      HttpRequest<?> request, String conference, Caller caller, String template) {
    return caller.isAnonymous()
        ? DeskPages.signIn(request)
        : pages.page(
            template,
            caller,
            pages.conference(request, conference).value().place(),
            null,
            Map.of());
  }

  @Get("/outline")
  HttpResponse<?> outline(
      HttpRequest<?> request,
      String conference,
      Caller caller,
      @QueryValue @Nullable String saved) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    Tagged<Conference> stored = pages.conference(request, conference);
    return outline(
        HttpStatus.OK,
        caller,
        stored,
        Objects.requireNonNullElse(stored.value().outline(), DEFAULT),
        saved == null ? null : SAVED);
  }

  @Post("/outline")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> save(
      ServerHttpRequest<?> request,
      String conference,
      Caller caller,
      @Body Map<String, String> fields) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    NoteForm form = new NoteForm(fields);
    String outline = "default".equals(fields.get("action")) ? null : form.text("outline");
    Tagged<Conference> stored = pages.conference(request, conference);
    Answered answer =
        notes.put(
            request,
            Conference.path(conference),
            stored.value().with(outline),
            Objects.requireNonNullElse(form.etag(), "*"));
    if (answer.status() < 300) {
      return DeskPages.on(stored.value().place().desk() + "/outline?saved=true");
    }
    return outline(
        answer.isStale() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
        caller,
        stored,
        form.text("outline"),
        answer.isStale() ? STALE : Told.bad(notes.sentence(answer)));
  }

  private HttpResponse<?> outline(
      HttpStatus status,
      Caller caller,
      Tagged<Conference> stored,
      String text,
      @Nullable Told told) {
    Map<String, Object> content = new HashMap<>();
    content.put("outline", text);
    content.put("own", stored.value().outline() != null);
    content.put("etag", Objects.requireNonNullElse(stored.etag(), ""));
    return pages.page(status, "outline", caller, stored.value().place(), told, content);
  }
}
