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
  @Operation(summary = "List the talks of a conference, in the order of their slugs")
  @ApiResponse(responseCode = "404", description = "There is no such conference")
  HttpResponse<Listing<TalkDocument>> list(
      HttpRequest<?> request,
      String conference,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    return Cut.respond(request, talks.list(conference, Cut.of(limit, cursor, bounds)));
  }

  @Get("/{talk}")
  @Operation(summary = "Read a talk")
  @ApiResponse(responseCode = "304", description = "It still has the entity tag of If-None-Match")
  @ApiResponse(responseCode = "404", description = "There is no such talk")
  HttpResponse<TalkDocument> read(String conference, String talk, Preconditions conditions) {
    TalkRow found = talks.get(conference, talk);
    return Answers.read(found.tag(), conditions, () -> TalkDocument.of(found));
  }

  @Put("/{talk}")
  @Operation(
      summary = "Create or replace a talk",
      description = "Each published note that covers it shows the change in the digest.")
  @ApiResponse(responseCode = "200", description = "Replaced, or the same as before")
  @ApiResponse(responseCode = "201", description = "Created")
  @ApiResponse(responseCode = "404", description = "There is no such conference")
  @ApiResponse(responseCode = "412", description = "If-Match or If-None-Match does not hold")
  @ApiResponse(responseCode = "422", description = "Invalid; \"errors\" says where")
  @SecurityRequirement(name = "token")
  HttpResponse<TalkDocument> put(
      String conference,
      String talk,
      @Body TalkDocument document,
      Caller caller,
      Preconditions conditions) {
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
  @Operation(summary = "Delete a talk; the notes that cover it stay")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @ApiResponse(responseCode = "404", description = "There is no such talk")
  @SecurityRequirement(name = "token")
  HttpResponse<Void> delete(
      String conference, String talk, Caller caller, Preconditions conditions) {
    return Answers.deleted(talks.delete(conference, talk, caller, conditions));
  }
}
