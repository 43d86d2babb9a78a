package org.conferencedigest.gateway.desk;

import static java.util.Objects.requireNonNullElse;

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
import java.time.DateTimeException;
import java.util.Map;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.gateway.desk.NotesApi.Answered;
import org.conferencedigest.gateway.desk.NotesApi.Tagged;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Settings;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;

/** What a conference is called, when it is, and where more is told of it. */
@Controller("/write/{conference}/settings")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingsDesk {

  private static final Told SAVED = Told.good("The settings are saved.");
  private static final Told STALE =
      Told.bad(
          "Somebody changed the conference while you wrote. Save again to put your settings in place of theirs.");

  private final DeskPages pages;
  private final NotesApi notes;

  SettingsDesk(DeskPages pages, NotesApi notes) {
    this.pages = pages;
    this.notes = notes;
  }

  @Get
  HttpResponse<?> settings(
      HttpRequest<?> request,
      String conference,
      Caller caller,
      @QueryValue @Nullable String saved) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    Tagged<Conference> stored = pages.conference(request, conference);
    Conference now = stored.value();
    Settings settings =
        new Settings(
            now.title(),
            now.digestTitle(),
            now.startDate() == null ? "" : now.startDate().toString(),
            now.endDate() == null ? "" : now.endDate().toString(),
            requireNonNullElse(now.timeZone(), "UTC"),
            requireNonNullElse(now.link(), ""),
            requireNonNullElse(stored.etag(), ""));
    return page(HttpStatus.OK, caller, now.place(), settings, saved == null ? null : SAVED);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> save(
      ServerHttpRequest<?> request,
      String conference,
      Caller caller,
      @Body Map<String, String> fields) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    Tagged<Conference> stored = pages.conference(request, conference);
    Place place = stored.value().place();
    Settings wanted = wanted(fields);
    Conference changed;
    try {
      changed = stored.value().with(wanted);
    } catch (DateTimeException e) {
      return page(
          HttpStatus.UNPROCESSABLE_ENTITY,
          caller,
          place,
          wanted,
          Told.bad("A day is written as 2026-03-02."));
    }
    String etag = wanted.etag().isEmpty() ? "*" : wanted.etag();
    Answered answer = notes.put(request, Conference.path(conference), changed, etag);
    if (answer.status() < 300) {
      return DeskPages.on(place.desk() + "/settings?saved=true");
    }
    return answer.isStale()
        ? page(HttpStatus.CONFLICT, caller, place, wanted.with(stored.etag()), STALE)
        : page(
            HttpStatus.UNPROCESSABLE_ENTITY,
            caller,
            place,
            wanted,
            Told.bad("Not saved: " + notes.sentence(answer)));
  }

  private static Settings wanted(Map<String, String> fields) {
    NoteForm form = new NoteForm(fields);
    return new Settings(
        requireNonNullElse(form.word("title"), ""),
        requireNonNullElse(form.word("digestTitle"), ""),
        requireNonNullElse(form.word("startDate"), ""),
        requireNonNullElse(form.word("endDate"), ""),
        requireNonNullElse(form.word("timeZone"), "UTC"),
        requireNonNullElse(form.word("link"), ""),
        requireNonNullElse(form.etag(), ""));
  }

  private HttpResponse<?> page(
      HttpStatus status, Caller caller, Place place, Settings settings, @Nullable Told told) {
    return pages.page(status, "settings", caller, place, told, Map.of("settings", settings));
  }
}
