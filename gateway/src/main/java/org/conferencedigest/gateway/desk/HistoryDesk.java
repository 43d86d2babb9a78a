package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.desk.NotesApi.Answered;
import org.conferencedigest.gateway.desk.NotesApi.Tagged;
import org.conferencedigest.web.desk.Past;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;

/** What a note said before, and bringing it back. */
@Controller("/write/{conference}/notes/{note}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HistoryDesk {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final DeskPages pages;
  private final NotesApi notes;
  private final DeskSettings settings;

  HistoryDesk(DeskPages pages, NotesApi notes, DeskSettings settings) {
    this.pages = pages;
    this.notes = notes;
    this.settings = settings;
  }

  /** A revision in the notes service's list. */
  @Serdeable
  record Revision(long revision, String state, String title, String changedBy, Instant changedAt) {

    Past.Revision shown() {
      return new Past.Revision(
          revision, state, title, changedBy, changedAt.toString(), WHEN.format(changedAt));
    }
  }

  @Get("/history")
  HttpResponse<?> history(
      HttpRequest<?> request,
      String conference,
      String note,
      Caller caller,
      @QueryValue @Nullable Long revision,
      @QueryValue(defaultValue = "0") int before) {
    return caller.isAnonymous()
        ? DeskPages.signIn(request)
        : page(request, conference, note, caller, revision, Math.max(0, before), null);
  }

  private HttpResponse<?> page(
      HttpRequest<?> request,
      String conference,
      String note,
      Caller caller,
      @Nullable Long revision,
      int skip,
      @Nullable Told told) {
    Place place = pages.conference(request, conference).value().place();
    String revisions = Note.path(conference, note) + "/revisions";
    List<Past.Revision> listed =
        notes.list(request, revisions, Revision.class, skip + settings.revisions() + 1).stream()
            .map(Revision::shown)
            .toList();
    boolean more = listed.size() > skip + settings.revisions();
    List<Past.Revision> shown = listed.stream().skip(skip).limit(settings.revisions()).toList();
    if (shown.isEmpty()) {
      throw ProblemException.notFound("This note has no older history.");
    }
    Tagged<Note> now = present(request, conference, note, listed.getFirst(), revisions);
    Past.Revision chosen =
        revision == null
            ? null
            : listed.stream()
                .filter(one -> one.number() == revision)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no such revision."));
    Note then =
        chosen == null
            ? null
            : notes.get(request, revisions + "/" + chosen.number(), Note.class).value();
    String address = place.desk() + "/notes/" + Place.segment(note);
    Map<String, Object> content = new HashMap<>();
    content.put(
        "past",
        new Past(
            note,
            now.value().title(),
            shown,
            chosen,
            then == null ? "" : told(then),
            told(now.value()),
            now.etag(),
            more ? address + "/history?before=" + (skip + settings.revisions()) : null));
    return pages.page("history", caller, place, told, content);
  }

  /** The note as it is; a retracted one has no page but its last revision. */
  private Tagged<Note> present(
      HttpRequest<?> request,
      String conference,
      String note,
      Past.Revision last,
      String revisions) {
    return last.state().equals("retracted")
        ? new Tagged<>(
            notes.get(request, revisions + "/" + last.number(), Note.class).value(), null)
        : notes.get(request, Note.path(conference, note), Note.class);
  }

  /** A note as one text: what it says to the digest above its own words. */
  private static String told(Note note) {
    Note.Review review = note.reviewed();
    List<String> lines = new ArrayList<>();
    lines.add("Title: " + note.title());
    lines.add("Date: " + Objects.requireNonNullElse(note.date(), ""));
    if (!note.covered().isEmpty()) {
      lines.add("Talks: " + String.join(", ", note.covered()));
    }
    add(lines, "Verdict", review.verdict());
    add(lines, "Section", review.section());
    add(lines, "Position", review.position());
    add(lines, "Rank", review.rank());
    add(lines, "Entry", review.entry());
    add(lines, "Recommendation", review.recommendation());
    return String.join(
        "\n",
        Stream.concat(lines.stream(), Stream.of("", Objects.requireNonNullElse(note.body(), "")))
            .toList());
  }

  private static void add(List<String> lines, String name, @Nullable Object value) {
    if (value != null) {
      lines.add(name + ": " + value);
    }
  }

  @Post("/restore")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> restore(
      ServerHttpRequest<?> request,
      String conference,
      String note,
      Caller caller,
      @Body Map<String, String> fields) {
    if (caller.isAnonymous()) {
      return DeskPages.signIn(request);
    }
    NoteForm form = new NoteForm(fields);
    String number = Objects.requireNonNullElse(form.word("revision"), "");
    if (!number.matches("\\d{1,18}")) {
      throw ProblemException.malformed("The form names no revision.");
    }
    String path = Note.path(conference, note);
    Note then = notes.get(request, path + "/revisions/" + number, Note.class).value();
    String state = "published".equals(fields.get("state")) ? "published" : "draft";
    // A retracted note is not there: it is created anew, and its history goes on.
    Answered answer = notes.put(request, path, then.in(state), form.etag());
    if (answer.status() < 300) {
      return DeskPages.on(
          "/write/"
              + Place.segment(conference)
              + "/notes/"
              + Place.segment(note)
              + "?saved=restored");
    }
    return page(
        request,
        conference,
        note,
        caller,
        Long.valueOf(number),
        0,
        answer.isStale()
            ? Told.bad("The note was changed in between. Look at it again before you restore.")
            : Told.bad(notes.sentence(answer)));
  }
}
