package org.conferencedigest.summary.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.List;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.trace.TraceContext;

/** Rebuilds, for operators. */
@Tag(name = "operations")
@Controller("/internal/rebuild")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RebuildController {

  private final Rebuilds rebuilds;

  RebuildController(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  /**
   * @param items newest first
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Listed(List<Progress> items) {}

  @Operation(summary = "Build every digest anew from the topics, while the old ones are served")
  @Post
  @Status(HttpStatus.ACCEPTED)
  Progress start(Caller caller) throws SQLException {
    caller.requireEditor();
    return rebuilds.start(TraceContext.current().orElseGet(TraceContext::create));
  }

  @Operation(summary = "How the rebuilds went, and how the one goes that is running")
  @Get
  Listed list(Caller caller) throws SQLException {
    caller.requireEditor();
    return new Listed(rebuilds.all());
  }
}
