package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.web.desk.Programme;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;

/** The programme of a conference, with the notes on it. */
@Controller("/write/{conference}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProgrammeDesk {

  private static final Told RETRACTED =
      Told.good("The note is retracted. Its history stays, and it can be restored from there.");

  private final DeskPages pages;
  private final NotesApi notes;
  private final DeskSettings settings;
  private final Clock clock = Clock.systemUTC();

  ProgrammeDesk(DeskPages pages, NotesApi notes, DeskSettings settings) {
    this.pages = pages;
    this.notes = notes;
    this.settings = settings;
  }

  @Get
  HttpResponse<?> programme(
      HttpRequest<?> request,
      String conference,
      Caller caller,
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "") String day,
      @QueryValue(defaultValue = "") String track,
      @QueryValue(defaultValue = "") String room,
      @QueryValue(defaultValue = "all") String show,
      @QueryValue @Nullable String retracted) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    Conference found = pages.conference(request, conference).value();
    List<Talk> talks =
        notes.list(request, Conference.path(conference) + "/talks", Talk.class, settings.talks());
    List<Note> all =
        notes.list(request, Conference.path(conference) + "/notes", Note.class, settings.notes());
    Programme programme =
        new Filtering(talks, all, caller, now(found))
            .with(
                q.strip(),
                day,
                track,
                room,
                show,
                talks.size() >= settings.talks() || all.size() >= settings.notes());
    return pages.page(
        "programme",
        caller,
        found.place(),
        retracted == null ? null : RETRACTED,
        Map.of("programme", programme));
  }

  /** On the conference's clocks. */
  private LocalDateTime now(Conference conference) {
    try {
      return LocalDateTime.now(
          clock.withZone(ZoneId.of(Objects.requireNonNullElse(conference.timeZone(), "UTC"))));
    } catch (DateTimeException e) {
      return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
  }
}
