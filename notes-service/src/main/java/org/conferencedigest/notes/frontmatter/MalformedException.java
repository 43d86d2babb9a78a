package org.conferencedigest.notes.frontmatter;

/** A front matter that its own language does not allow. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line where in the content, from 1
   */
  MalformedException(int line, String sentence) {
    super(sentence);
    this.line = line;
  }

  int line() {
    return line;
  }
}
