package org.conferencedigest.notes.talk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.notes.answer.Answers;
import org.conferencedigest.notes.answer.Checked;
import org.conferencedigest.notes.answer.ForRoles;
import org.conferencedigest.notes.answer.GuardedRead;
import org.conferencedigest.notes.answer.GuardedWrite;
import org.conferencedigest.notes.answer.Missable;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.paging.Cut;
import org.conferencedigest.notes.paging.Listing;
import org.conferencedigest.notes.writing.Written;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/conferences/{conference}/talks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "talks")
final class TalkController {

  private final Talks talks;
  private final Bounds bounds;

  TalkController(Talks talks, Bounds bounds) {
    this.talks = talks;
    this.bounds = bounds;
  }

  @Get
  @Operation(
      operationId = "listTalks",
      summary = "List the talks of a conference, in the order of their slugs")
  @Missable
  HttpResponse<Listing<TalkDocument>> list(
      HttpRequest<?> request,
      String conference,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    return Cut.respond(request, talks.list(conference, Cut.of(limit, cursor, bounds)));
  }

  @Get("/{talk}")
  @Operation(operationId = "readTalk", summary = "Read a talk")
  @ApiResponse(
      responseCode = "200",
      description = "The talk",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TalkDocument.class)))
  @GuardedRead
  @Missable
  HttpResponse<TalkDocument> read(
      String conference, String talk, @Parameter(hidden = true) Preconditions conditions) {
    TalkRow found = talks.get(conference, talk);
    return Answers.read(found.tag(), conditions, () -> TalkDocument.of(found));
  }

  @Put("/{talk}")
  @Operation(
      operationId = "putTalk",
      summary = "Create or replace a talk",
      description = "Each published note that covers it shows the change in the digest.")
  @ApiResponse(
      responseCode = "200",
      description = "Replaced, or the same as before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TalkDocument.class)),
      headers = {
        @Header(
            name = "ETag",
            description = "The strong entity tag",
            schema = @Schema(type = "string")),
        @Header(
            name = "Digest-After",
            description = "With a read of the digest, makes it wait for this write",
            schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TalkDocument.class)),
      headers = {
        @Header(
            name = "ETag",
            description = "The strong entity tag",
            schema = @Schema(type = "string")),
        @Header(
            name = "Digest-After",
            description = "With a read of the digest, makes it wait for this write",
            schema = @Schema(type = "string")),
        @Header(name = "Location", description = "Its address", schema = @Schema(type = "string"))
      })
  @ForRoles
  @GuardedWrite
  @Missable
  @Checked
  HttpResponse<TalkDocument> put(
      String conference,
      String talk,
      @Body TalkDocument document,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    Written<TalkRow> written = talks.put(conference, talk, document, caller, conditions);
    TalkRow row = written.value();
    return Answers.written(
        written,
        row.tag(),
        TalkDocument.of(row),
        "conferences",
        row.conference(),
        "talks",
        row.slug());
  }

  @Delete("/{talk}")
  @Operation(operationId = "deleteTalk", summary = "Delete a talk; the notes that cover it stay")
  @ApiResponse(
      responseCode = "204",
      description = "Deleted",
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
      String talk,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    return Answers.deleted(talks.delete(conference, talk, caller, conditions));
  }
}
