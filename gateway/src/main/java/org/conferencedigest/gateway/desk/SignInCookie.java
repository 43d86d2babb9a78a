package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.conferencedigest.gateway.header.HeaderSettings;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that holds a token. No script can read it, it is sent with requests that come from our
 * own pages or follow a link to them, and on TLS by TLS alone; there its name makes browsers refuse
 * one that another host set.
 */
@Singleton
final class SignInCookie {

  private final boolean secure;
  private final Duration keptFor;

  SignInCookie(HeaderSettings headers, DeskSettings settings) {
    this.secure = headers.isSecure();
    this.keptFor = settings.signedInFor();
  }

  private String name() {
    return secure ? "__Host-desk" : "desk";
  }

  /** The token that a request brings; null: none. */
  @Nullable String token(HttpRequest<?> request) {
    return request.getCookies().findCookie(name()).map(Cookie::getValue).orElse(null);
  }

  Cookie holding(String token) {
    return cookie(token).maxAge(keptFor);
  }

  Cookie empty() {
    return cookie("").maxAge(0);
  }

  /** What was begun at a provider; null: nothing. */
  @Nullable String signingIn(HttpRequest<?> request) {
    return request.getCookies().findCookie(name() + "-openid").map(Cookie::getValue).orElse(null);
  }

  /** Remembers what was begun at a provider until its answer comes, or it is too late for one. */
  Cookie ofSigningIn(String begun, Duration patience) {
    return cookie(name() + "-openid", begun).maxAge(patience);
  }

  private Cookie cookie(String value) {
    return cookie(name(), value);
  }

  private Cookie cookie(String name, String value) {
    return Cookie.of(name, value).path("/").httpOnly(true).secure(secure).sameSite(SameSite.Lax);
  }
}
