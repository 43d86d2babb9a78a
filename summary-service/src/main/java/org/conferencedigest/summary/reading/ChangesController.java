package org.conferencedigest.summary.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.revision.Edition;
import org.conferencedigest.summary.revision.RevisionLog;
import org.conferencedigest.summary.revision.RevisionLog.Listed;

/** What changed in a digest. */
@Tag(name = "digest")
@Controller("/api/v1/conferences/{conference}/digest/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangesController {

  private final DigestReader reader;
  private final RevisionLog log;
  private final ReadingSettings settings;

  ChangesController(DigestReader reader, RevisionLog log, ReadingSettings settings) {
    this.reader = reader;
    this.log = log;
    this.settings = settings;
  }

  /**
   * @param revision how far this answer goes; what comes after it is to be asked for with {@code
   *     since} set to it
   * @param changes one for each revision, in order
   * @param complete whether nothing is missing in between; if not, the digest is to be read anew
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Changes(String conference, long revision, List<Listed> changes, boolean complete) {}

  @Operation(summary = "The changes after a revision, in order")
  @Get
  Changes changes(
      String conference, @QueryValue(defaultValue = "0") long since, HttpRequest<?> request) {
    if (since < 0) {
      throw ProblemException.malformed("since is a revision: 0 or more.");
    }
    long newest =
        reader
            .edition(conference, request)
            .map(Edition::head)
            .filter(head -> head.revision() > 0)
            .orElseThrow(() -> DigestReader.unknown(conference))
            .revision();
    List<Listed> listed = log.since(conference, since, settings.mostChanges());
    boolean complete =
        listed.isEmpty() ? since == newest : listed.getFirst().revision() == since + 1;
    return new Changes(
        conference, listed.isEmpty() ? newest : listed.getLast().revision(), listed, complete);
  }
}
