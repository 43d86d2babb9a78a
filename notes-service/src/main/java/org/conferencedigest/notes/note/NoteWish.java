package org.conferencedigest.notes.note;

import java.util.List;
import org.conferencedigest.events.Review;
import org.conferencedigest.notes.frontmatter.FrontMatter;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.jspecify.annotations.Nullable;

/** What a writer wants a note to be. What is null of it stays as it is. */
public sealed interface NoteWish {

  /** Never {@link NoteState#RETRACTED}. */
  NoteState state();

  @Nullable String title();

  @Nullable WrittenDate date();

  String body();

  @Nullable List<String> talks();

  @Nullable Review review();

  /**
   * A note written field by field.
   *
   * @param frontMatter what is to be kept of it, but for what the fields say otherwise
   */
  record Fields(
      NoteState state,
      String title,
      @Nullable WrittenDate date,
      @Nullable FrontMatter frontMatter,
      String body,
      List<String> talks,
      Review review)
      implements NoteWish {}

  /**
   * A note written as a page: its bytes are kept, and say all there is to say.
   *
   * @param fileName the file it is imported from; null if it is none
   */
  record Page(
      NoteState state,
      @Nullable String title,
      @Nullable WrittenDate date,
      FrontMatter frontMatter,
      String body,
      @Nullable List<String> talks,
      @Nullable Review review,
      @Nullable String fileName)
      implements NoteWish {

    /** A page that is no file. */
    public Page(
        NoteState state,
        @Nullable String title,
        @Nullable WrittenDate date,
        FrontMatter frontMatter,
        String body,
        @Nullable List<String> talks,
        @Nullable Review review) {
      this(state, title, date, frontMatter, body, talks, review, null);
    }

    /** The same as a file of that name. */
    public Page named(String file) {
      return new Page(state, title, date, frontMatter, body, talks, review, file);
    }

    /** The same with that date. */
    public Page dated(@Nullable WrittenDate day) {
      return new Page(state, title, day, frontMatter, body, talks, review, fileName);
    }

    /** The same with that title. */
    public Page entitled(String name) {
      return new Page(state, name, date, frontMatter, body, talks, review);
    }
  }
}
