package org.conferencedigest.notes.conference;

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

@Controller("/api/v1/conferences")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "conferences")
final class ConferenceController {

  private final Conferences conferences;
  private final Bounds bounds;

  ConferenceController(Conferences conferences, Bounds bounds) {
    this.conferences = conferences;
    this.bounds = bounds;
  }

  @Get
  @Operation(
      operationId = "listConferences",
      summary = "List the conferences, in the order of their slugs")
  HttpResponse<Listing<ConferenceDocument>> list(
      HttpRequest<?> request,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    return Cut.respond(request, conferences.list(Cut.of(limit, cursor, bounds)));
  }

  @Get("/{conference}")
  @Operation(operationId = "readConference", summary = "Read a conference")
  @ApiResponse(
      responseCode = "200",
      description = "The conference",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConferenceDocument.class)))
  @GuardedRead
  @Missable
  HttpResponse<ConferenceDocument> read(
      String conference, @Parameter(hidden = true) Preconditions conditions) {
    Conference found = conferences.get(conference);
    return Answers.read(found.tag(), conditions, () -> ConferenceDocument.of(found));
  }

  @Put("/{conference}")
  @Operation(operationId = "putConference", summary = "Create or replace a conference")
  @ApiResponse(
      responseCode = "200",
      description = "Replaced, or the same as before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConferenceDocument.class)),
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
              schema = @Schema(implementation = ConferenceDocument.class)),
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
  @Checked
  HttpResponse<ConferenceDocument> put(
      String conference,
      @Body ConferenceDocument document,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    Written<Conference> written = conferences.put(conference, document, caller, conditions);
    return Answers.written(
        written,
        written.value().tag(),
        ConferenceDocument.of(written.value()),
        "conferences",
        written.value().slug());
  }

  @Delete("/{conference}")
  @Operation(
      operationId = "deleteConference",
      summary = "Delete a conference, with its talks and notes")
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
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Preconditions conditions) {
    return Answers.deleted(conferences.delete(conference, caller, conditions));
  }
}
