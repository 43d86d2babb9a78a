package org.conferencedigest.foundation.identity;

import java.security.Principal;
import java.util.Set;
import org.conferencedigest.foundation.problem.ProblemException;

/**
 * Who sent a request. A controller takes it as an argument and gets {@link #ANONYMOUS} when the
 * request carried no token; a request with a bad token never reaches a controller.
 *
 * @param subject the token's {@code sub}; empty for nobody
 */
public record Caller(String subject, Set<Role> roles) implements Principal {

  /** Nobody in particular: may read what is published. */
  public static final Caller ANONYMOUS = new Caller("", Set.of());

  public Caller {
    roles = Set.copyOf(roles);
    if (subject.isEmpty() && !roles.isEmpty()) {
      throw new IllegalArgumentException("nobody has no roles");
    }
  }

  @Override
  public String getName() {
    return subject;
  }

  public boolean isAnonymous() {
    return subject.isEmpty();
  }

  public boolean isEditor() {
    return roles.contains(Role.EDITOR);
  }

  /** Whether this is the given author themselves; never true of {@link #ANONYMOUS}. */
  public boolean is(String author) {
    return !isAnonymous() && subject.equals(author);
  }

  /** Whether the caller sees and writes what is still private to the given author. */
  public boolean mayActFor(String author) {
    return isEditor() || (roles.contains(Role.AUTHOR) && is(author));
  }

  /**
   * Holds for authors and editors.
   *
   * @throws ProblemException 401 for nobody, 403 without either role
   */
  public Caller requireAuthor() {
    requireIdentity();
    if (roles.isEmpty()) {
      throw ProblemException.forbidden("This needs the role author or editor.");
    }
    return this;
  }

  /**
   * Holds for editors.
   *
   * @throws ProblemException 401 for nobody, 403 without the role
   */
  public Caller requireEditor() {
    requireIdentity();
    if (!isEditor()) {
      throw ProblemException.forbidden("This needs the role editor.");
    }
    return this;
  }

  /**
   * Holds for the author of a note with the role author, and for editors.
   *
   * @throws ProblemException 401 for nobody, 403 for anyone else
   */
  public Caller requireAuthorOf(String author) {
    requireAuthor();
    if (!mayActFor(author)) {
      throw ProblemException.forbidden("Only its author or an editor may change this.");
    }
    return this;
  }

  private void requireIdentity() {
    if (isAnonymous()) {
      throw ProblemException.unauthorized(
          "This needs an identity: send a token as \"Authorization: Bearer …\".");
    }
  }
}
