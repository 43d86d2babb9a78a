package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.gateway.desk.NotesApi.Tagged;
import org.conferencedigest.web.Templates;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Told;
import org.conferencedigest.web.desk.Writer;
import org.jspecify.annotations.Nullable;

/** What the desk's pages have in common: they are somebody's, and no cache keeps them. */
@Singleton
final class DeskPages {

  private static final String HTML = "text/html;charset=utf-8";

  private final NotesApi notes;

  DeskPages(NotesApi notes) {
    this.notes = notes;
  }

  static Writer writer(Caller caller) {
    return new Writer(caller.subject(), caller.isEditor());
  }

  /** The conference of an address, with its tag. */
  Tagged<Conference> conference(HttpRequest<?> request, String slug) {
    return notes.get(request, Conference.path(slug), Conference.class);
  }

  MutableHttpResponse<String> page(
      HttpStatus status,
      String template,
      Caller caller,
      @Nullable Place place,
      @Nullable Told told,
      Map<String, ?> content) {
    Map<String, Object> all = new HashMap<>(content);
    all.put("writer", writer(caller));
    if (place != null) {
      all.put("place", place);
    }
    if (told != null) {
      all.put("told", told);
    }
    return html(status, Templates.render("desk/" + template, all));
  }

  MutableHttpResponse<String> page(
      String template,
      Caller caller,
      @Nullable Place place,
      @Nullable Told told,
      Map<String, ?> content) {
    return page(HttpStatus.OK, template, caller, place, told, content);
  }

  static MutableHttpResponse<String> html(HttpStatus status, String page) {
    return HttpResponse.<String>status(status)
        .body(page)
        .header(HttpHeaders.CONTENT_TYPE, HTML)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** On to a page of the desk, which is then read. */
  static MutableHttpResponse<?> on(String path) {
    return HttpResponse.seeOther(URI.create(path)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** To the page where one signs in, and back from there. */
  static MutableHttpResponse<?> signIn(HttpRequest<?> request) {
    boolean ended = request.getAttribute(CookieIdentity.ENDED, Boolean.class).orElse(false);
    String next = request.getMethodName().equals("GET") ? request.getUri().getRawPath() : "/write";
    String query = request.getUri().getRawQuery();
    return on(
        "/write/sign-in?next="
            + Place.segment(
                query == null || !request.getMethodName().equals("GET") ? next : next + '?' + query)
            + (ended ? "&ended=true" : ""));
  }
}
