package org.conferencedigest.gateway.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** What robots may read (RFC 9309): the pages, but not what is made for programs and authors. */
@Controller("/robots.txt")
final class RobotsController {

  private final String text;

  RobotsController(@Value("${gateway.headers.public-url}") String publicUrl) {
    String site = publicUrl.replaceAll("/+$", "");
    this.text =
        "User-agent: *\nDisallow: /api/\nDisallow: /write\nDisallow: /search\n\nSitemap: "
            + site
            + "/sitemap.xml\n";
  }

  @Get
  @Produces("text/plain")
  HttpResponse<String> robots() {
    return HttpResponse.ok(text).header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
  }
}
