package org.conferencedigest.notes.frontmatter;

/** A page of a blog. Its front matter's bytes and its body, one behind the other, are its text. */
public record Page(FrontMatter frontMatter, String body) {

  /** Takes any text apart; {@link #text()} gives it back, character for character. */
  public static Page parse(String text) {
    FrontMatter frontMatter = FrontMatter.startOf(text);
    return new Page(frontMatter, text.substring(frontMatter.raw().length()));
  }

  /** The page as its author wrote it. */
  public String text() {
    return frontMatter.raw() + body;
  }
}
