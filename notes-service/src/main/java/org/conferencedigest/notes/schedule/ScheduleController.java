package org.conferencedigest.notes.schedule;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
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
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.answer.Checked;
import org.conferencedigest.notes.answer.ForRoles;
import org.conferencedigest.notes.answer.ProblemDocument;
import org.conferencedigest.notes.bounds.PathSlug;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.ScheduleSettings;
import org.conferencedigest.notes.writing.Written;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/conferences/{conference}/schedule")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "talks")
final class ScheduleController {

  private final ProgrammeReader reader;
  private final Schedules schedules;
  private final ScheduleSettings settings;

  ScheduleController(ProgrammeReader reader, Schedules schedules, ScheduleSettings settings) {
    this.reader = reader;
    this.schedules = schedules;
    this.settings = settings;
  }

  @Post
  @Consumes(MediaType.ALL)
  @Operation(
      operationId = "importSchedule",
      summary = "Import a programme, or the recordings of its talks",
      description =
          """
          Takes schedule.xml and schedule.json of frab, pretalx, pentabarf and the hub, iCalendar, and
          pyvideo's lists of recordings (one JSON array, or a zip of the folder); which of them it is
          shows in the content. All is imported or nothing; a conference that is missing is created;
          importing the same again changes nothing. A later file adds, moves, retitles and cancels.
          A list of recordings adds them to the talks that are there.""")
  @ApiResponse(
      responseCode = "200",
      description = "The report says what came of it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScheduleReport.class)),
      headers =
          @Header(
              name = "Digest-After",
              description = "With a read of the digest, makes it wait for this write",
              schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "409",
      description = "None of many imported talks is in the file, or there would be too many",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemDocument.class)))
  @ForRoles
  @Checked
  HttpResponse<ScheduleReport> post(
      String conference,
      @Body byte @Nullable [] file,
      @Parameter(description = "true: only report what would be done") @QueryValue
          @Nullable String dryRun,
      @Parameter(description = "Which recordings are added: sure (the default), all likely, none")
          @QueryValue
          @Nullable String apply,
      @Parameter(
              description = "true: the file may have none of the talks that were imported before")
          @QueryValue
          @Nullable String replace,
      @Parameter(hidden = true) Caller caller) {
    caller.requireEditor();
    String slug = PathSlug.writableConference(conference);
    Schedules.Wish wish =
        new Schedules.Wish(flag("dryRun", dryRun), flag("replace", replace), Apply.of(apply));
    Remarks remarks = new Remarks(settings.problems());
    Programme programme = reader.read(file == null ? new byte[0] : file, remarks);
    Written<ScheduleReport> written = schedules.run(slug, programme, remarks, wish);
    MutableHttpResponse<ScheduleReport> response = HttpResponse.ok(written.value());
    return wish.dryRun() && written.after().versions().isEmpty()
        ? response
        : response.header(DigestAfter.HEADER, written.after().encode());
  }

  private static boolean flag(String name, @Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.isEmpty() || text.equals("true")) {
      return true;
    }
    throw ProblemException.invalid("#" + name, name + " must be true or false");
  }
}
