package org.conferencedigest.notes.importing;

import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.outline.PageName;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.answer.Checked;
import org.conferencedigest.notes.answer.ForRoles;
import org.conferencedigest.notes.answer.Utf8;
import org.conferencedigest.notes.bounds.PathSlug;
import org.conferencedigest.notes.note.NoteCheck;
import org.conferencedigest.notes.writing.Written;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/conferences/{conference}/content")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "content")
final class ContentController {

  private static final Pattern NAME =
      Pattern.compile("(?!\\.)[^/\\\\\\p{Cntrl}]{1,200}" + PageName.ENDING);

  private static final String SUMMARY =
      "Import content of a blog: a folder as a zip, or the post that sums up the notes";

  private final Imports imports;
  private final ZipReader zips;
  private final NoteCheck check;

  ContentController(Imports imports, ZipReader zips, NoteCheck check) {
    this.imports = imports;
    this.zips = zips;
    this.check = check;
  }

  @Post
  @Consumes("application/zip")
  @Operation(
      operationId = "importContent",
      summary = SUMMARY,
      description =
          """
          A zip of Markdown files. The page that links to most of the others is the post: it becomes
          the digest's outline and settings, and the entries, recommendations and verdicts of the
          notes. All is imported or nothing; a conference that is missing is created; importing the
          same again changes nothing.\
          """)
  @ApiResponse(
      responseCode = "200",
      description = "The report says what came of it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportReport.class)))
  @ForRoles
  @Checked
  HttpResponse<ImportReport> folder(
      String conference, @Body byte[] archive, @Parameter(hidden = true) Caller caller) {
    caller.requireEditor();
    String slug = PathSlug.writableConference(conference);
    List<Problem> problems = new ArrayList<>();
    List<ContentFile> files = zips.read(archive, problems);
    return respond(
        imports.run(slug, BlogContent.ofFolder(files, check, problems), caller.subject()));
  }

  @Post
  @Consumes("text/markdown")
  @Operation(
      operationId = "importContent",
      summary = SUMMARY,
      description =
          """
          One post in Markdown, by whomever. Talks that are sure to be seen in it become notes; all
          else stays prose, and the digest as a Hugo post is the post again, byte for byte. The
          report lists what was seen, where, and how sure it is.\
          """)
  @ApiResponse(
      responseCode = "200",
      description = "The report says what came of it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportReport.class)))
  @ForRoles
  @Checked
  HttpResponse<ImportReport> post(
      String conference,
      @Body byte[] post,
      @QueryValue @Nullable String name,
      @Parameter(hidden = true) Caller caller) {
    caller.requireEditor();
    String slug = PathSlug.writableConference(conference);
    String file =
        Normalizer.normalize(Objects.requireNonNullElse(name, "summary.md"), Normalizer.Form.NFC);
    if (!NAME.matcher(file).matches()) {
      throw ProblemException.invalid("#name", "name must be a file's name such as summary.md");
    }
    BlogContent content = BlogContent.ofPost(new ContentFile(file, Utf8.decode(post)), check);
    return respond(imports.run(slug, content, caller.subject()));
  }

  private static HttpResponse<ImportReport> respond(Written<ImportReport> written) {
    MutableHttpResponse<ImportReport> response = HttpResponse.ok(written.value());
    return response.header(DigestAfter.HEADER, written.after().encode());
  }
}
