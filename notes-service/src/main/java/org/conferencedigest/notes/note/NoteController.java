package org.conferencedigest.notes.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.answer.Answers;
import org.conferencedigest.notes.answer.Checked;
import org.conferencedigest.notes.answer.ForRoles;
import org.conferencedigest.notes.answer.GuardedRead;
import org.conferencedigest.notes.answer.GuardedWrite;
import org.conferencedigest.notes.answer.Missable;
import org.conferencedigest.notes.answer.Utf8;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.paging.Cut;
import org.conferencedigest.notes.paging.Listing;
import org.conferencedigest.notes.writing.Written;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/conferences/{conference}/notes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "notes")
final class NoteController {

  static final String MARKDOWN = "text/markdown";

  private final NoteReading reading;
  private final Notes notes;
  private final Bounds bounds;

  NoteController(NoteReading reading, Notes notes, Bounds bounds) {
    this.reading = reading;
    this.notes = notes;
    this.bounds = bounds;
  }

  @Get
  @Operation(
      operationId = "listNotes",
      summary = "List the notes of a conference, in the order of their slugs",
      description = "Drafts are listed for their authors and for editors.")
  @Missable
  HttpResponse<Listing<NoteItem>> list(
      HttpRequest<?> request,
      String conference,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String talk,
      @Parameter(hidden = true) Caller caller) {
    Cut cut = Cut.of(limit, cursor, bounds);
    String ofState = Objects.requireNonNullElse(state, "");
    if (!ofState.isEmpty() && !ofState.equals("draft") && !ofState.equals("published")) {
      throw ProblemException.invalid("#state", "state must be draft or published");
    }
    if (talk != null && !Slug.isValid(talk)) {
      throw ProblemException.invalid("#talk", "talk must be the slug of a talk");
    }
    return Cut.respond(
        request,
        reading.list(conference, cut, ofState, Objects.requireNonNullElse(talk, ""), caller));
  }

  @Get("/{note}")
  @Produces(MediaType.ALL)
  @Operation(
      operationId = "readNote",
      summary = "Read a note, as JSON or as its author's page, byte for byte")
  @GivesNote
  @GuardedRead
  @Missable
  HttpResponse<?> read(
      HttpRequest<?> request,
      String conference,
      String note,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    Representation form = Representation.preferred(request);
    Note found = reading.get(conference, note, caller);
    return Answers.read(NoteTags.of(found, form), conditions, () -> body(found, form))
        .contentType(form.type())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  @Put("/{note}")
  @Produces(MediaType.ALL)
  @Operation(
      operationId = "putNote",
      summary = "Create or replace a note",
      description =
          """
          As JSON, or as a page of Markdown with front matter. In a page's front matter, draft says
          whether the note is a draft, and a table digest sets the review and the talks; without
          that table they stay as they are.""")
  @GivesWrittenNote
  @ForRoles
  @GuardedWrite
  @Missable
  @Checked
  HttpResponse<?> put(
      HttpRequest<?> request,
      String conference,
      String note,
      @Body NoteDocument document,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    Representation form = Representation.preferred(request);
    return written(notes.put(conference, note, document, caller, conditions), form);
  }

  @Put("/{note}")
  @Consumes(MARKDOWN)
  @Produces(MediaType.ALL)
  @Operation(operationId = "putNote", summary = "Create or replace a note")
  @GivesWrittenNote
  @ForRoles
  @GuardedWrite
  @Missable
  @Checked
  HttpResponse<?> putPage(
      HttpRequest<?> request,
      String conference,
      String note,
      @Body byte[] page,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    Representation form = Representation.preferred(request);
    return written(notes.putPage(conference, note, Utf8.decode(page), caller, conditions), form);
  }

  @Delete("/{note}")
  @Operation(operationId = "retractNote", summary = "Retract a note; its history stays")
  @ApiResponse(
      responseCode = "204",
      description = "Retracted",
      headers =
          @Header(
              name = "Digest-After",
              description = "With a read of the digest, makes it wait for this write",
              schema = @Schema(type = "string")))
  @ForRoles
  @GuardedWrite
  @Missable
  HttpResponse<Void> delete(
      String conference,
      String note,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    return Answers.deleted(notes.delete(conference, note, caller, conditions));
  }

  private static HttpResponse<?> written(Written<Note> written, Representation form) {
    Note note = written.value();
    return Answers.written(
            written,
            NoteTags.of(note, form),
            body(note, form),
            "conferences",
            note.conference(),
            "notes",
            note.slug())
        .contentType(form.type());
  }

  private static Object body(Note note, Representation form) {
    return switch (form) {
      case JSON -> NoteDocument.of(note);
      case MARKDOWN -> note.pageText().getBytes(UTF_8);
    };
  }
}
