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
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.desk.NotesApi.Answered;
import org.conferencedigest.gateway.desk.NotesApi.Tagged;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Sheet;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;

/**
 * A note on the desk. With scripts the page saves by itself, through the API; without, by its form,
 * which is what this class takes.
 */
@Controller("/write/{conference}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoteDesk {

  private static final Told STALE =
      Told.bad(
          "Somebody changed this note while you wrote. Nothing is lost: below is what the other"
              + " version says, and your text under it.");
  private static final Told NO_NUMBER = Told.bad("Position and rank are whole numbers, or empty.");

  private final DeskPages pages;
  private final NotesApi notes;
  private final Clock clock = Clock.systemUTC();

  NoteDesk(DeskPages pages, NotesApi notes) {
    this.pages = pages;
    this.notes = notes;
  }

  /** A new note, on a talk or on none. Nothing is stored before it is saved. */
  @Get("/new")
  HttpResponse<?> fresh(
      HttpRequest<?> request, String conference, Caller caller, @QueryValue @Nullable String talk) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    Conference found = pages.conference(request, conference).value();
    Note note;
    if (talk == null) {
      note = blank("", LocalDate.now(clock).toString(), List.of());
    } else {
      Talk about =
          notes
              .get(
                  request,
                  Conference.path(conference) + "/talks/" + Place.segment(talk),
                  Talk.class)
              .value();
      note =
          blank(
              about.title(),
              about.start() == null ? LocalDate.now(clock).toString() : about.start().toString(),
              List.of(about.slug()));
    }
    String slug = talk == null ? "" : freeSlug(request, conference, talk, caller);
    return sheet(HttpStatus.OK, caller, found, Sheets.fresh(found, note, slug, caller), "", null);
  }

  private static Note blank(String title, String date, List<String> talks) {
    return new Note(null, null, null, title, date, null, "", talks, null);
  }

  /** The talk's own name, or with the author's behind it if another note has that. */
  private String freeSlug(HttpRequest<?> request, String conference, String talk, Caller caller) {
    try {
      notes.get(request, Note.path(conference, talk), Note.class);
      return Slug.from(talk + "-" + caller.subject());
    } catch (ProblemException free) {
      return talk;
    }
  }

  @Get("/notes/{note}")
  HttpResponse<?> read(
      HttpRequest<?> request,
      String conference,
      String note,
      Caller caller,
      @QueryValue @Nullable String saved) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    Conference found = pages.conference(request, conference).value();
    Tagged<Note> stored = notes.get(request, Note.path(conference, note), Note.class);
    if (!stored.value().isChangedBy(caller)) {
      return DeskPages.on(found.place().digest() + "/notes/" + Place.segment(note));
    }
    return sheet(
        HttpStatus.OK,
        caller,
        found,
        Sheets.of(found, stored.value(), stored.etag()),
        "",
        told(saved));
  }

  private static @Nullable Told told(@Nullable String saved) {
    return switch (Objects.requireNonNullElse(saved, "")) {
      case "draft" -> Told.good("The draft is saved. Only you and editors see it.");
      case "published" -> Told.good("Published. The digest shows it in a moment.");
      case "restored" -> Told.good("The old text is back, as a new revision.");
      default -> null;
    };
  }

  @Post("/notes/{note}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> save(
      ServerHttpRequest<?> request,
      String conference,
      String note,
      Caller caller,
      @Body Map<String, String> fields) {
    return save(request, conference, note, caller, new NoteForm(fields));
  }

  /** The same for a note that has no name yet. */
  @Post("/notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> create(
      ServerHttpRequest<?> request,
      String conference,
      Caller caller,
      @Body Map<String, String> fields) {
    return save(request, conference, "", caller, new NoteForm(fields));
  }

  private HttpResponse<?> save(
      ServerHttpRequest<?> request,
      String conference,
      String address,
      Caller caller,
      NoteForm form) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    Conference found = pages.conference(request, conference).value();
    boolean isNew = form.etag() == null;
    String named = isNew ? Objects.requireNonNullElse(form.word("slug"), "") : address;
    String slug = named.isEmpty() ? Slug.from(form.text("title")) : named;
    Note wanted;
    try {
      wanted = form.note(slug);
    } catch (NumberFormatException e) {
      Note without = new NoteForm(without(form.fields(), "position", "rank")).note(slug);
      return again(caller, found, without, form, NO_NUMBER, "");
    }
    Answered answer = notes.put(request, Note.path(conference, slug), wanted, form.etag());
    if (answer.isStale()) {
      Tagged<Note> other = notes.get(request, Note.path(conference, slug), Note.class);
      return isNew
          ? again(caller, found, wanted, form, taken(slug), "")
          : sheet(
              HttpStatus.CONFLICT,
              caller,
              found,
              Sheets.of(found, wanted, other.etag()),
              Objects.requireNonNullElse(other.value().body(), ""),
              STALE);
    }
    return answer.status() < 300
        ? DeskPages.on(
            found.place().desk() + "/notes/" + Place.segment(slug) + "?saved=" + wanted.state())
        : again(caller, found, wanted, form, Told.bad(notes.sentence(answer)), "");
  }

  private static Told taken(String slug) {
    return Told.bad("A note is called " + slug + " already. Give this one another name below.");
  }

  private static Map<String, String> without(Map<String, String> fields, String... names) {
    Map<String, String> rest = new HashMap<>(fields);
    for (String name : names) {
      rest.remove(name);
    }
    return rest;
  }

  /** The form as it was filled, with what is to be mended above it. */
  private HttpResponse<?> again(
      Caller caller, Conference found, Note wanted, NoteForm form, Told told, String others) {
    String slug = Objects.requireNonNullElse(wanted.slug(), "");
    Sheet sheet =
        form.etag() == null
            ? Sheets.fresh(found, wanted, slug, caller)
            : Sheets.of(found, wanted, form.etag());
    return sheet(HttpStatus.UNPROCESSABLE_ENTITY, caller, found, sheet, others, told);
  }

  @Post("/notes/{note}/retract")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> retract(
      HttpRequest<?> request,
      String conference,
      String note,
      Caller caller,
      @Body Map<String, String> fields) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    String etag = Objects.requireNonNullElse(new NoteForm(fields).etag(), "*");
    Answered answer = notes.delete(request, Note.path(conference, note), etag);
    if (answer.status() < 300) {
      return DeskPages.on(
          "/write/" + Place.segment(conference) + "?retracted=" + Place.segment(note));
    }
    Conference found = pages.conference(request, conference).value();
    Tagged<Note> stored = notes.get(request, Note.path(conference, note), Note.class);
    return sheet(
        HttpStatus.valueOf(answer.status()),
        caller,
        found,
        Sheets.of(found, stored.value(), stored.etag()),
        "",
        answer.isStale()
            ? Told.bad(
                "Somebody changed the note in between. Read it below, then retract it if you still want to.")
            : Told.bad(notes.sentence(answer)));
  }

  private HttpResponse<?> sheet(
      HttpStatus status,
      Caller caller,
      Conference conference,
      Sheet sheet,
      String others,
      @Nullable Told told) {
    return pages.page(
        status, "note", caller, conference.place(), told, Map.of("note", sheet, "others", others));
  }
}
