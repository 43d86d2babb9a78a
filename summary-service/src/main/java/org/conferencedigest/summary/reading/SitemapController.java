package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.conferencedigest.summary.revision.Site;
import org.conferencedigest.summary.search.SiteMap;
import org.jspecify.annotations.Nullable;

/** All public pages, for search engines (sitemaps.org, version 0.9). */
@Tag(name = "pages")
@Controller("/sitemap.xml")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SitemapController {

  private final SiteMap map;
  private final Site site;

  SitemapController(SiteMap map, Site site) {
    this.map = map;
    this.site = site;
  }

  @Operation(summary = "The addresses of all digests and notes, as far as a sitemap may list them")
  @Get
  @Produces("application/xml")
  HttpResponse<String> sitemap() {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """);
    url(xml, "/", null);
    for (SiteMap.Place place : map.places()) {
      String path = "/conferences/" + encoded(place.conference());
      url(
          xml,
          place.note() == null ? path : path + "/notes/" + encoded(place.note()),
          place.changed().toString());
    }
    return HttpResponse.ok(xml.append("</urlset>\n").toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
  }

  private void url(StringBuilder xml, String path, @Nullable String at) {
    String base = site.publicUrl().replaceAll("/$", "").replace("&", "&amp;").replace("<", "&lt;");
    xml.append("<url><loc>").append(base).append(path).append("</loc>");
    if (at != null) {
      xml.append("<lastmod>").append(at).append("</lastmod>");
    }
    xml.append("</url>\n");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
