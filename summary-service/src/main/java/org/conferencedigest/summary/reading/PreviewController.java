package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.render.MarkdownPreview;
import org.jspecify.annotations.Nullable;

/** What someone is writing, as it would look. Nothing of it is kept. */
@Tag(name = "digest")
@Controller("/api/v1/preview")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PreviewController {

  private final DigestReader reader;
  private final ReadingSettings settings;

  PreviewController(DigestReader reader, ReadingSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Operation(summary = "The safe HTML of a Markdown text, as a digest page would show it")
  @Post
  @Consumes({"text/markdown", "text/plain"})
  @Produces("text/html;charset=utf-8")
  HttpResponse<String> preview(
      @Nullable @Body String markdown,
      @Nullable @QueryValue String conference,
      HttpRequest<?> request) {
    String text = markdown == null ? "" : markdown;
    if (text.length() > settings.longestPreview()) {
      throw ProblemException.tooLarge(
          "A preview is made of at most " + settings.longestPreview() + " characters.");
    }
    String html =
        conference == null
            ? MarkdownPreview.render(text)
            : MarkdownPreview.render(text, reader.digest(conference, request).digest().document());
    return HttpResponse.ok(html).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
