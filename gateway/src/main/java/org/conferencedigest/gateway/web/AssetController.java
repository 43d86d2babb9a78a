package org.conferencedigest.gateway.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conferencedigest.foundation.problem.ProblemException;

/** Style sheet and icon. */
@Controller
final class AssetController {

  private static final List<String> NAMES = List.of("digest.css", "favicon.svg");

  private final Map<String, Asset> assets =
      NAMES.stream().collect(Collectors.toMap(Function.identity(), Asset::load));
  private final String cacheControl;

  AssetController(WebSettings settings) {
    this.cacheControl = "public, max-age=" + settings.assetsFor().toSeconds();
  }

  @Get("/assets/{name}")
  @Produces("*/*")
  HttpResponse<?> asset(String name, HttpRequest<?> request) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw ProblemException.notFound("There is no file " + name + ".");
    }
    String held = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    MutableHttpResponse<?> response =
        held != null && held.contains(asset.etag())
            ? HttpResponse.notModified()
            : HttpResponse.ok(asset.bytes()).contentType(asset.mediaType());
    return response
        .header(HttpHeaders.ETAG, asset.etag())
        .header(HttpHeaders.CACHE_CONTROL, cacheControl);
  }

  /** Where browsers look for an icon of their own accord. */
  @Get("/favicon.ico")
  @Produces("*/*")
  HttpResponse<?> icon(HttpRequest<?> request) {
    return asset("favicon.svg", request);
  }
}
