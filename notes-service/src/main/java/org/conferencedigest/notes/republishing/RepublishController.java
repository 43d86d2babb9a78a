package org.conferencedigest.notes.republishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.notes.answer.ForRoles;
import org.conferencedigest.notes.conference.Conferences;
import org.jspecify.annotations.Nullable;

/** Republications, for operators, who are editors. The gateway does not route to it. */
@Tag(name = "operations")
@Controller("/internal/republish")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RepublishController {

  private final Republications republications;
  private final Conferences conferences;

  RepublishController(Republications republications, Conferences conferences) {
    this.republications = republications;
    this.conferences = conferences;
  }

  /**
   * @param items newest first
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Listed(List<Progress> items) {}

  @Operation(
      summary = "Publish the state of everything again, above what the topics hold",
      description =
          "With conference, of that one alone. What the topics hold and this service does not know"
              + " is counted, and retracted only with retractUnknown=true.")
  @ForRoles
  @Post
  @Status(HttpStatus.ACCEPTED)
  Progress start(
      Caller caller,
      @QueryValue @Nullable String conference,
      @QueryValue(defaultValue = "false") boolean retractUnknown) {
    caller.requireEditor();
    String only = conference == null ? null : conferences.get(conference).slug();
    return republications.start(
        new Wanted(only, retractUnknown),
        caller.subject(),
        TraceContext.current().orElseGet(TraceContext::create));
  }

  @Operation(summary = "How the republications went, and how the one goes that is running")
  @ForRoles
  @Get
  Listed list(Caller caller) {
    caller.requireEditor();
    return new Listed(republications.all());
  }
}
