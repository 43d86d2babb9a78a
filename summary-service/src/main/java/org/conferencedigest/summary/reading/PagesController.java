package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.conferencedigest.foundation.etag.EntityTag;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.reading.DigestReader.Read;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.render.NotePage;
import org.conferencedigest.summary.render.Rendered;
import org.conferencedigest.summary.revision.Site;

/** The web pages of notes. */
@Tag(name = "pages")
@Controller("/conferences/{conference}/notes/{note}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class PagesController {

  private final DigestReader reader;
  private final Site site;

  PagesController(DigestReader reader, Site site) {
    this.reader = reader;
    this.site = site;
  }

  @Operation(summary = "The page of a published note")
  @Get
  HttpResponse<byte[]> note(String conference, String note, HttpRequest<?> request) {
    Read read = reader.digest(conference, request);
    Rendered page =
        NotePage.render(read.digest().document(), note, site.publicUrl())
            .orElseThrow(() -> ProblemException.notFound("There is no such note."));
    return DigestResponses.of(
        request,
        read.edition().head(),
        EntityTag.strong(page.etag()),
        Format.HTML.mediaType(),
        page::bytes);
  }
}
