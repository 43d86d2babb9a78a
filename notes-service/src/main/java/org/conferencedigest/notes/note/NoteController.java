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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.answer.Answers;
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
      summary = "List the notes of a conference, in the order of their slugs",
      description = "Drafts are listed for their authors and for editors.")
  @ApiResponse(responseCode = "404", description = "There is no such conference")
  HttpResponse<Listing<NoteItem>> list(
      HttpRequest<?> request,
      String conference,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String talk,
      Caller caller) {
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
  @Operation(summary = "Read a note, as JSON or as its author's page, byte for byte")
  @ApiResponse(
      responseCode = "200",
      description = "The note",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = NoteDocument.class)),
        @Content(mediaType = MARKDOWN, schema = @Schema(type = "string"))
      })
  @ApiResponse(responseCode = "304", description = "It still has the entity tag of If-None-Match")
  @ApiResponse(responseCode = "404", description = "There is no such note, or not for this caller")
  @ApiResponse(responseCode = "406", description = "It can be had as JSON and as Markdown only")
  HttpResponse<?> read(
      HttpRequest<?> request,
      String conference,
      String note,
      Caller caller,
      Preconditions conditions) {
    Representation form = Representation.preferred(request);
    Note found = reading.get(conference, note, caller);
    return Answers.read(NoteTags.of(found, form), conditions, () -> body(found, form))
        .contentType(form.type())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  @Put("/{note}")
  @Produces(MediaType.ALL)
  @Operation(
      summary = "Create or replace a note",
      description =
          """
          As JSON, or as a page of Markdown with front matter. In a page's front matter, draft says
          whether the note is a draft, and a table digest sets the review and the talks; without
          that table they stay as they are.""")
  @ApiResponse(responseCode = "200", description = "Replaced, or the same as before")
  @ApiResponse(responseCode = "201", description = "Created")
  @ApiResponse(responseCode = "403", description = "The note belongs to another author")
  @ApiResponse(responseCode = "404", description = "There is no such conference")
  @ApiResponse(responseCode = "409", description = "The conference can have no more notes")
  @ApiResponse(responseCode = "412", description = "If-Match or If-None-Match does not hold")
  @ApiResponse(responseCode = "422", description = "Invalid; \"errors\" says where")
  @SecurityRequirement(name = "token")
  HttpResponse<?> put(
      HttpRequest<?> request,
      String conference,
      String note,
      @Body NoteDocument document,
      Caller caller,
      Preconditions conditions) {
    Representation form = Representation.preferred(request);
    return written(notes.put(conference, note, document, caller, conditions), form);
  }

  @Put("/{note}")
  @Consumes(MARKDOWN)
  @Produces(MediaType.ALL)
  @Operation(hidden = true)
  HttpResponse<?> putPage(
      HttpRequest<?> request,
      String conference,
      String note,
      @Body byte[] page,
      Caller caller,
      Preconditions conditions) {
    Representation form = Representation.preferred(request);
    return written(notes.putPage(conference, note, Utf8.decode(page), caller, conditions), form);
  }

  @Delete("/{note}")
  @Operation(summary = "Retract a note; its history stays")
  @ApiResponse(responseCode = "204", description = "Retracted")
  @ApiResponse(responseCode = "403", description = "The note belongs to another author")
  @ApiResponse(responseCode = "404", description = "There is no such note")
  @SecurityRequirement(name = "token")
  HttpResponse<Void> delete(
      String conference, String note, Caller caller, Preconditions conditions) {
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
