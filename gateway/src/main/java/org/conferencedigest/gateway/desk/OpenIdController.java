package org.conferencedigest.gateway.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.limit.Tokens;
import org.conferencedigest.web.desk.Told;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in through an OpenID provider, where one is configured. */
@Controller("/write/openid")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpenIdController {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdController.class);

  private static final Told NOT_ASKED =
      Told.bad("This sign-in was not begun in this browser, or took too long. Begin again.");
  private static final Told REFUSED =
      Told.bad("The provider did not sign you in. Try again, or paste a token.");
  private static final Told NO_GOOD =
      Told.bad(
          "The provider's token does not hold here. Whoever runs this site has to look at its"
              + " settings; until then, paste a token.");
  private static final Told FAILED =
      Told.bad("The provider cannot be reached just now. Try again, or paste a token.");

  private final OpenIdSettings settings;
  private final OpenIdProvider provider;
  private final SignInController signIn;
  private final SignInCookie cookie;
  private final Tokens tokens;
  private final SecureRandom random = new SecureRandom();

  OpenIdController(
      OpenIdSettings settings,
      OpenIdProvider provider,
      SignInController signIn,
      SignInCookie cookie,
      Tokens tokens) {
    this.settings = settings;
    this.provider = provider;
    this.signIn = signIn;
    this.cookie = cookie;
    this.tokens = tokens;
  }

  @Get
  HttpResponse<?> begin(@QueryValue @Nullable String next) {
    requireConfigured();
    String state = secret();
    String verifier = secret();
    String begun =
        state
            + '.'
            + verifier
            + '.'
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SignInController.local(next).getBytes(UTF_8));
    try {
      return DeskPages.on(provider.authorization(state, verifier).toString())
          .cookie(cookie.ofSigningIn(begun, settings.patience()));
    } catch (IOException e) {
      return failed(next, FAILED, e);
    }
  }

  @Get("/callback")
  HttpResponse<?> end(
      HttpRequest<?> request,
      @QueryValue @Nullable String code,
      @QueryValue @Nullable String state) {
    requireConfigured();
    List<String> begun =
        List.of(Objects.requireNonNullElse(cookie.signingIn(request), "").split("\\.", 3));
    if (begun.size() < 3
        || state == null
        || !MessageDigest.isEqual(begun.getFirst().getBytes(UTF_8), state.getBytes(UTF_8))) {
      return signIn.form(HttpStatus.UNPROCESSABLE_ENTITY, null, NOT_ASKED);
    }
    String next = decoded(begun.get(2));
    if (code == null) {
      return signIn.form(HttpStatus.UNPROCESSABLE_ENTITY, next, REFUSED);
    }
    try {
      String token = provider.token(code, begun.get(1));
      return SignInController.isKept(token) && tokens.verify(token, request).join().isPresent()
          ? DeskPages.on(SignInController.local(next))
              .cookie(cookie.holding(token))
              .cookie(cookie.ofSigningIn("", Duration.ZERO))
          : signIn.form(HttpStatus.UNPROCESSABLE_ENTITY, next, NO_GOOD);
    } catch (IOException e) {
      return failed(next, FAILED, e);
    }
  }

  private HttpResponse<?> failed(@Nullable String next, Told told, IOException why) {
    LOG.warn("Cannot sign in through the OpenID provider: {}", why.getMessage());
    return signIn.form(HttpStatus.BAD_GATEWAY, next, told);
  }

  private static String decoded(String next) {
    try {
      return new String(Base64.getUrlDecoder().decode(next), UTF_8);
    } catch (IllegalArgumentException notOurs) {
      return "/write";
    }
  }

  private void requireConfigured() {
    if (!settings.isConfigured()) {
      throw ProblemException.notFound(
          "No OpenID provider is configured here. Sign in with a token, at /write/sign-in.");
    }
  }

  private String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
