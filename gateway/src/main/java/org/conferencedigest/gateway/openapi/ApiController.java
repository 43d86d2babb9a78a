package org.conferencedigest.gateway.openapi;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.concurrent.CompletableFuture;

/** The description of the API for programs, and for people. */
@Controller
final class ApiController {

  private final Description description;

  ApiController(Description description) {
    this.description = description;
  }

  @Get("/openapi.yaml")
  @Produces("*/*")
  CompletableFuture<HttpResponse<String>> yaml() {
    return description
        .whole()
        .thenApply(
            whole ->
                HttpResponse.ok(whole.yaml())
                    .contentType("application/yaml")
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache"));
  }

  @Get("/docs")
  @Produces(MediaType.TEXT_HTML)
  CompletableFuture<HttpResponse<String>> page() {
    return description
        .whole()
        .thenApply(
            whole ->
                HttpResponse.ok(new ApiPage(whole.tree()).html())
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache"));
  }
}
