package org.conferencedigest.gateway.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.web.Asset;
import org.conferencedigest.web.Assets;

/**
 * Styles, scripts and pictures. Under a name with the hash of the bytes they may be kept for ever.
 * Under any other (a page of another build names another hash) they are what this build has, and
 * are asked for again soon.
 */
@Controller
final class AssetController {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final String forAWhile;

  AssetController(WebSettings settings) {
    this.forAWhile = "public, max-age=" + settings.assetsFor().toSeconds();
  }

  @Get(Assets.FOLDER + "{name}")
  @Produces("*/*")
  HttpResponse<?> asset(String name, HttpRequest<?> request) {
    Asset asset =
        Assets.find(name)
            .orElseThrow(() -> ProblemException.notFound("There is no file " + name + "."));
    boolean gzip = asset.isCompressible() && takesGzip(request);
    String etag = '"' + asset.hash() + (gzip ? "-gzip\"" : "\"");
    String held = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    MutableHttpResponse<byte[]> response =
        held != null && held.contains(etag)
            ? HttpResponse.notModified()
            : HttpResponse.ok(gzip ? asset.gzip() : asset.bytes()).contentType(asset.mediaType());
    if (gzip && response.code() == 200) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return response
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header(HttpHeaders.CACHE_CONTROL, name.equals(asset.hashedName()) ? FOR_EVER : forAWhile);
  }

  private static boolean takesGzip(HttpRequest<?> request) {
    String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null
        && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  /** Where browsers look for an icon of their own accord. */
  @Get("/favicon.ico")
  @Produces("*/*")
  HttpResponse<?> icon(HttpRequest<?> request) {
    return asset("favicon.svg", request);
  }
}
