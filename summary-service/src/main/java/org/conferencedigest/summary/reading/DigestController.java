package org.conferencedigest.summary.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import org.conferencedigest.foundation.etag.EntityTag;
import org.conferencedigest.summary.reading.DigestReader.Read;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.render.HugoZip;
import org.conferencedigest.summary.render.Rendered;

/** A conference's digest in its formats. */
@Tag(name = "digest")
@Controller("/api/v1/conferences/{conference}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class DigestController {

  private final DigestReader reader;

  DigestController(DigestReader reader) {
    this.reader = reader;
  }

  /** The digest in the format that Accept asks for. */
  @Operation(summary = "The digest, in the format that Accept asks for")
  @Get("/digest")
  HttpResponse<byte[]> digest(String conference, HttpRequest<?> request) {
    return answer(conference, Acceptance.of(request.getHeaders()), request)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  @Operation(summary = "The digest as a page")
  @Get("/digest.html")
  HttpResponse<byte[]> html(String conference, HttpRequest<?> request) {
    return answer(conference, Format.HTML, request);
  }

  @Operation(summary = "The digest as portable Markdown")
  @Get("/digest.md")
  HttpResponse<byte[]> markdown(String conference, HttpRequest<?> request) {
    return answer(conference, Format.MARKDOWN, request);
  }

  @Operation(summary = "The digest as a post of a Hugo site")
  @Get("/digest.hugo.md")
  HttpResponse<byte[]> hugo(String conference, HttpRequest<?> request) {
    return answer(conference, Format.HUGO, request);
  }

  @Operation(summary = "The digest as a post of a Jekyll site")
  @Get("/digest.jekyll.md")
  HttpResponse<byte[]> jekyll(String conference, HttpRequest<?> request) {
    return answer(conference, Format.JEKYLL, request);
  }

  @Operation(summary = "The digest as an Atom feed")
  @Get("/digest.atom")
  HttpResponse<byte[]> atom(String conference, HttpRequest<?> request) {
    return answer(conference, Format.ATOM, request);
  }

  @Operation(summary = "The talks that have notes, and those to watch, as a calendar")
  @Get("/digest.ics")
  HttpResponse<byte[]> calendar(String conference, HttpRequest<?> request) {
    return answer(conference, Format.CALENDAR, request);
  }

  @Operation(summary = "The digest as data")
  @Get("/digest.json")
  HttpResponse<byte[]> json(String conference, HttpRequest<?> request) {
    return answer(conference, Format.JSON, request);
  }

  @Operation(summary = "The folder to drop into a Hugo site's content: digest post and notes pages")
  @Get("/hugo.zip")
  HttpResponse<byte[]> zip(String conference, HttpRequest<?> request) {
    Read read = reader.digest(conference, request);
    HugoZip zip = HugoZip.of(read.digest().document());
    return DigestResponses.of(
            request,
            read.edition().head(),
            EntityTag.strong(zip.etag()),
            HugoZip.MEDIA_TYPE,
            () -> bytes(zip))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(conference + "-hugo.zip", UTF_8).replace("+", "%20"));
  }

  private static byte[] bytes(HugoZip zip) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      zip.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private MutableHttpResponse<byte[]> answer(
      String conference, Format format, HttpRequest<?> request) {
    Read read = reader.digest(conference, request);
    Rendered rendered = read.digest().in(format);
    return DigestResponses.of(
            request,
            read.edition().head(),
            EntityTag.strong(rendered.etag()),
            format.mediaType(),
            rendered::bytes)
        .header(HttpHeaders.LINK, FormatLinks.of(conference, format));
  }
}
