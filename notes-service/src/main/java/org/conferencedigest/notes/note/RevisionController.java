package org.conferencedigest.notes.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.notes.answer.Answers;
import org.conferencedigest.notes.answer.ForRoles;
import org.conferencedigest.notes.answer.Missable;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.paging.Cut;
import org.conferencedigest.notes.paging.Listing;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/conferences/{conference}/notes/{note}/revisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "notes")
final class RevisionController {

  private final History history;
  private final Bounds bounds;

  RevisionController(History history, Bounds bounds) {
    this.history = history;
    this.bounds = bounds;
  }

  @Get
  @Operation(operationId = "listRevisions", summary = "List the revisions of a note, latest first")
  @ForRoles
  @Missable
  HttpResponse<Listing<NoteRevision>> list(
      HttpRequest<?> request,
      String conference,
      String note,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor,
      @Parameter(hidden = true) Caller caller) {
    Cut cut = Cut.of(limit, cursor, bounds);
    return Cut.respond(request, history.list(conference, note, cut, caller));
  }

  @Get("/{revision}")
  @Produces(MediaType.ALL)
  @Operation(
      operationId = "readRevision",
      summary = "Read a note as it was at a revision, as JSON or as its page")
  @GivesNote
  @ForRoles
  @Missable
  HttpResponse<?> read(
      HttpRequest<?> request,
      String conference,
      String note,
      long revision,
      @Parameter(hidden = true) Caller caller) {
    Representation form = Representation.preferred(request);
    Note then = history.get(conference, note, revision, caller);
    Object body =
        switch (form) {
          case JSON -> NoteDocument.of(then);
          case MARKDOWN -> then.pageText().getBytes(UTF_8);
        };
    return HttpResponse.ok(body)
        .contentType(form.type())
        .header(HttpHeaders.CACHE_CONTROL, Answers.PRIVATE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}
