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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.notes.answer.Answers;
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
  @Operation(summary = "List the conferences, in the order of their slugs")
  HttpResponse<Listing<ConferenceDocument>> list(
      HttpRequest<?> request,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    return Cut.respond(request, conferences.list(Cut.of(limit, cursor, bounds)));
  }

  @Get("/{conference}")
  @Operation(summary = "Read a conference")
  @ApiResponse(responseCode = "304", description = "It still has the entity tag of If-None-Match")
  @ApiResponse(responseCode = "404", description = "There is no such conference")
  HttpResponse<ConferenceDocument> read(String conference, Preconditions conditions) {
    Conference found = conferences.get(conference);
    return Answers.read(found.tag(), conditions, () -> ConferenceDocument.of(found));
  }

  @Put("/{conference}")
  @Operation(summary = "Create or replace a conference")
  @ApiResponse(responseCode = "200", description = "Replaced, or the same as before")
  @ApiResponse(responseCode = "201", description = "Created")
  @ApiResponse(responseCode = "412", description = "If-Match or If-None-Match does not hold")
  @ApiResponse(responseCode = "422", description = "Invalid; \"errors\" says where")
  @SecurityRequirement(name = "token")
  HttpResponse<ConferenceDocument> put(
      String conference,
      @Body ConferenceDocument document,
      Caller caller,
      Preconditions conditions) {
    Written<Conference> written = conferences.put(conference, document, caller, conditions);
    return Answers.written(
        written,
        written.value().tag(),
        ConferenceDocument.of(written.value()),
        "conferences",
        written.value().slug());
  }

  @Delete("/{conference}")
  @Operation(summary = "Delete a conference, with its talks and notes")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @ApiResponse(responseCode = "404", description = "There is no such conference")
  @SecurityRequirement(name = "token")
  HttpResponse<Void> delete(String conference, Caller caller, Preconditions conditions) {
    return Answers.deleted(conferences.delete(conference, caller, conditions));
  }
}
