package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.lint.Lint;
import org.conferencedigest.summary.lint.Warning;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.render.Renderings;
import org.conferencedigest.summary.revision.Site;

/** A digest as it would be. Nothing of it is kept, and nobody else sees it. */
@Tag(name = "digest")
@Controller("/api/v1/conferences/{conference}/digest/proposal")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProposalController {

  private final DigestReader reader;
  private final Site site;
  private final ReadingSettings settings;

  ProposalController(DigestReader reader, Site site, ReadingSettings settings) {
    this.reader = reader;
    this.site = site;
    this.settings = settings;
  }

  @Operation(
      summary = "The digest as it would be with other notes, other reviews, or another outline",
      description = "Nothing is changed or kept. A proposal that says nothing shows what there is.")
  @Post
  HttpResponse<ProposedDigest> propose(
      String conference, @Body Proposal proposal, HttpRequest<?> request) {
    DigestDocument present = reader.digest(conference, request).digest().document();
    ConferenceState state = proposal.on(present.state(), settings.mostProposed());
    DigestDocument document = DigestDocument.of(state, present);
    List<Warning> warnings = Lint.of(document).stream().limit(settings.mostWarnings()).toList();
    String html = Renderings.render(document, Format.HTML, site.publicUrl()).text();
    return HttpResponse.ok(ProposedDigest.of(document, html, warnings))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
