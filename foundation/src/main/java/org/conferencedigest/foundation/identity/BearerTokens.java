package org.conferencedigest.foundation.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.context.annotation.Context;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies bearer tokens: JWTs (RFC 7519) signed with RSA or elliptic curves by a key of the
 * configured set. Made at start, so that a service without keys does not start.
 */
@Context
final class BearerTokens {

  private static final Logger log = LoggerFactory.getLogger(BearerTokens.class);

  // Asymmetric only: "none" and HMAC with a public key as its secret are the classic forgeries.
  private static final Set<JWSAlgorithm> ALGORITHMS = new HashSet<>();

  static {
    ALGORITHMS.addAll(JWSAlgorithm.Family.RSA);
    ALGORITHMS.addAll(JWSAlgorithm.Family.EC);
  }

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final String rolesClaim;
  private final Duration fetchInterval;
  private volatile boolean keysSeen;

  BearerTokens(IdentitySettings settings) {
    this.rolesClaim = settings.rolesClaim();
    this.fetchInterval = settings.fetchInterval();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, Keys.of(settings)));
    processor.setJWTClaimsSetVerifier(claims(settings));
  }

  /**
   * The caller a token speaks for; empty if it does not hold.
   *
   * @throws ProblemException 503 if that cannot be known, since the keys cannot be fetched
   */
  Optional<Caller> verify(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      keysSeen = true;
      // A subject is stored, logged and sent as a header: none has a control character.
      return claims.getSubject().isBlank()
              || claims.getSubject().chars().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(new Caller(claims.getSubject(), roles(claims)));
    } catch (RateLimitReachedException e) {
      // Keys were fetched a moment ago: a key id that is not among them is not a provider's.
      if (keysSeen) {
        return refused(e);
      }
      throw unknown(e);
    } catch (KeySourceException e) {
      throw unknown(e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return refused(e);
    }
  }

  private static Optional<Caller> refused(Exception why) {
    log.debug("Refused a token: {}", why.getMessage());
    return Optional.empty();
  }

  private ProblemException unknown(Exception why) {
    log.warn("Cannot fetch the keys that sign tokens: {}", why.getMessage());
    return ProblemException.unavailable(
        "The keys to verify tokens with cannot be fetched just now; try again.", fetchInterval);
  }

  private Set<Role> roles(JWTClaimsSet claims) {
    Object claim = claims.getClaim(rolesClaim);
    List<?> names =
        claim instanceof List<?> list ? list : claim == null ? List.of() : List.of(claim);
    return names.stream()
        .flatMap(name -> Role.ofClaim(String.valueOf(name)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static DefaultJWTClaimsVerifier<SecurityContext> claims(IdentitySettings settings) {
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            settings.audience(),
            issuer(settings.issuer()),
            Set.of(JWTClaimNames.SUBJECT, JWTClaimNames.EXPIRATION_TIME));
    verifier.setMaxClockSkew(Math.toIntExact(settings.clockSkew().toSeconds()));
    return verifier;
  }

  private static JWTClaimsSet issuer(@Nullable String issuer) {
    JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
    return issuer == null ? exact.build() : exact.issuer(issuer).build();
  }
}
