package org.conferencedigest.foundation.identity;

import java.util.Locale;
import java.util.Optional;

/** What a caller may do. */
public enum Role {
  /** Writes notes of their own. */
  AUTHOR,
  /** Writes everything. */
  EDITOR;

  /** The role as a token's {@code roles} claim names it: {@code author}, {@code editor}. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a claim; empty if it is none of ours. */
  public static Optional<Role> ofClaim(String claim) {
    for (Role role : values()) {
      if (role.claim().equals(claim)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
