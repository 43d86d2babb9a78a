package org.conferencedigest.summary.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.conferencedigest.summary.lint.Lint;
import org.conferencedigest.summary.lint.Warning;
import org.conferencedigest.summary.reading.DigestReader.Read;

/** Warnings about a digest. */
@Tag(name = "digest")
@Controller("/api/v1/conferences/{conference}/digest/lint")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LintController {

  private final DigestReader reader;
  private final ReadingSettings settings;

  LintController(DigestReader reader, ReadingSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  /**
   * @param revision of the digest they are about
   * @param truncated whether there are more than are listed
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Warnings(String conference, long revision, List<Warning> warnings, boolean truncated) {}

  @Operation(summary = "What an author may have meant otherwise; warnings never refuse")
  @Get
  Warnings lint(String conference, HttpRequest<?> request) {
    Read read = reader.digest(conference, request);
    List<Warning> all = Lint.of(read.digest().document());
    boolean truncated = all.size() > settings.mostWarnings();
    return new Warnings(
        conference,
        read.edition().head().revision(),
        truncated ? all.subList(0, settings.mostWarnings()) : all,
        truncated);
  }
}
