package org.conferencedigest.notes.frontmatter;

/**
 * A key of a front matter cannot be changed without touching the rest of it, for example because
 * another value refers to it. The message says which.
 */
public final class UneditableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UneditableException(String message) {
    super(message);
  }
}
