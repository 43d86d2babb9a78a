package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpHeaders;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.conferencedigest.foundation.etag.EntityTag;
import org.conferencedigest.foundation.etag.Preconditions;

/** What stands in {@code digest.json}, for programs that check it or make code of it. */
@Tag(name = "digest")
@Controller(SchemaController.ADDRESS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class SchemaController {

  static final String ADDRESS = "/schemas/digest.v1.schema.json";
  static final String MEDIA_TYPE = "application/schema+json";

  private final byte[] schema;
  private final EntityTag etag;

  SchemaController() {
    this.schema = read(ADDRESS);
    this.etag = EntityTag.strong(hash(schema));
  }

  @Operation(summary = "The JSON Schema of digest.json")
  @Get
  HttpResponse<byte[]> schema(HttpRequest<?> request) {
    return (Preconditions.of(request).notModified(etag)
            ? HttpResponse.<byte[]>notModified()
            : HttpResponse.ok(schema).header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE))
        .header(HttpHeaders.ETAG, etag.toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
  }

  private static byte[] read(String resource) {
    try (InputStream in = SchemaController.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
