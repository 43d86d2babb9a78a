package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.gateway.limit.Tokens;
import org.conferencedigest.web.Templates;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;

/** Signing in with a token, and out. */
@Controller("/write")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

  private static final Told ENDED =
      new Told("warn", "Your token does not hold any more. Paste a new one to go on.");
  private static final Told NO_TOKEN =
      Told.bad(
          "This token does not hold: it is incomplete, has ended, or is of another site. Paste the"
              + " whole of it, or make a new one.");

  /** A cookie that is larger is not kept by every browser. */
  private static final int LONGEST = 3_800;

  /** What may follow in the path and the query of a URI (RFC 3986). */
  private static final String URI_CHARACTERS = "([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*";

  private static final Told TOO_LONG =
      Told.bad(
          "This is longer than a token that a browser can keep. Ask for one with fewer claims.");

  private final SignInCookie cookie;
  private final Tokens tokens;
  private final OpenIdSettings openId;

  SignInController(SignInCookie cookie, Tokens tokens, OpenIdSettings openId) {
    this.cookie = cookie;
    this.tokens = tokens;
    this.openId = openId;
  }

  @Get("/sign-in")
  HttpResponse<String> form(
      @QueryValue @Nullable String next, @QueryValue @Nullable Boolean ended) {
    return form(HttpStatus.OK, next, Boolean.TRUE.equals(ended) ? ENDED : null);
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
    String next = form.get("next");
    String token = form.getOrDefault("token", "").strip().replaceFirst("(?i)^bearer\\s+", "");
    if (!isKept(token)) {
      return form(HttpStatus.UNPROCESSABLE_ENTITY, next, TOO_LONG);
    }
    if (!token.matches("[\\w.~+/=-]+") || tokens.verify(token, request).join().isEmpty()) {
      return form(HttpStatus.UNPROCESSABLE_ENTITY, next, NO_TOKEN);
    }
    return ((MutableHttpResponse<?>) DeskPages.on(local(next))).cookie(cookie.holding(token));
  }

  @Post("/sign-out")
  @Consumes(MediaType.ALL)
  HttpResponse<?> signOut() {
    return DeskPages.on("/write/sign-in").cookie(cookie.empty());
  }

  /** Whether every browser keeps a cookie with this token. */
  static boolean isKept(String token) {
    return token.length() <= LONGEST;
  }

  /** The page where one signs in, with what there is to say about it. */
  HttpResponse<String> form(HttpStatus status, @Nullable String next, @Nullable Told told) {
    Map<String, Object> content = new HashMap<>();
    content.put("next", local(next));
    content.put("provider", openId.isConfigured() ? openId.name() : "");
    if (told != null) {
      content.put("told", told);
    }
    return DeskPages.html(status, Templates.render("desk/sign-in", content));
  }

  /** Back to a page of the desk, never to another site. */
  static String local(@Nullable String next) {
    return next != null && next.matches("/write([/?]" + URI_CHARACTERS + ")?") ? next : "/write";
  }
}
