package org.conferencedigest.notes.note;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conferencedigest.events.Review;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Findings;
import org.conferencedigest.notes.frontmatter.FrontMatter;
import org.conferencedigest.notes.frontmatter.Literal;
import org.conferencedigest.notes.frontmatter.Page;
import org.conferencedigest.notes.frontmatter.UneditableException;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.jspecify.annotations.Nullable;

/** What becomes of a note when a wish is granted. It reads no clock and no database. */
final class NoteChange {

  private NoteChange() {}

  /**
   * The note of a wish, with the stored one's versions.
   *
   * @param stored the note that is drafted or published, if there is one
   * @param author who owns the note
   * @param today the date of a note that never had one
   */
  static Note of(
      NoteWish wish,
      String conference,
      String slug,
      Optional<Note> stored,
      String author,
      WrittenDate today) {
    String title = Objects.requireNonNullElse(wish.title(), stored.map(Note::title).orElse(""));
    if (title.isBlank()) {
      throw ProblemException.invalid(
          "/title", "The page needs a title: in its front matter, or as a heading.");
    }
    WrittenDate date =
        Objects.requireNonNullElse(wish.date(), stored.map(Note::date).orElse(today));
    List<String> talks =
        Objects.requireNonNullElse(wish.talks(), stored.map(Note::talks).orElse(List.of()));
    Review review =
        Objects.requireNonNullElse(wish.review(), stored.map(Note::review).orElse(Review.NONE));
    Note words =
        Note.create(
            conference, slug, author, wish.state(), title, date, null, wish.body(), talks, review);
    String frontMatter =
        switch (wish) {
          case NoteWish.Page page -> kept(page.frontMatter(), words, stored);
          case NoteWish.Fields fields -> edited(fields.frontMatter(), words, stored);
        };
    return Note.create(
            conference,
            slug,
            author,
            wish.state(),
            title,
            date,
            frontMatter,
            wish.body(),
            talks,
            review)
        .named(fileName(wish, stored));
  }

  /** That of the file that is imported; else the one it has. */
  private static @Nullable String fileName(NoteWish wish, Optional<Note> stored) {
    return wish instanceof NoteWish.Page page && page.fileName() != null
        ? page.fileName()
        : stored.map(Note::fileName).orElse(null);
  }

  /** A page that was generated, and comes back as it was, stays generated. */
  private static @Nullable String kept(FrontMatter written, Note words, Optional<Note> stored) {
    boolean generated = stored.isPresent() && stored.get().frontMatter() == null;
    return generated && written.equals(words.generatedFrontMatter()) ? null : written.raw();
  }

  private static @Nullable String edited(
      @Nullable FrontMatter wished, Note words, Optional<Note> stored) {
    String before = stored.map(Note::frontMatter).orElse(null);
    if (wished == null && (before == null || before.isEmpty())) {
      return before;
    }
    FrontMatter frontMatter =
        wished != null ? wished : Page.parse(Objects.requireNonNull(before)).frontMatter();
    if (frontMatter.isAbsent()) {
      return "";
    }
    try {
      return saying(frontMatter, words, stored).raw();
    } catch (UneditableException e) {
      throw ProblemException.invalid(
          "/frontMatter", e.getMessage() + " Send the front matter as it is to be.");
    }
  }

  private static FrontMatter saying(FrontMatter written, Note words, Optional<Note> stored) {
    FrontMatter edited = written;
    String title = written.title().or(() -> stored.map(Note::title)).orElse("");
    if (!title.equals(words.title())) {
      edited = edited.with("title", new Literal.Text(words.title()));
    }
    Optional<WrittenDate> date = written.date().or(() -> stored.map(Note::date));
    if (!date.equals(Optional.of(words.date()))) {
      edited = edited.with("date", new Literal.Moment(words.date()));
    }
    boolean draft = words.state() == NoteState.DRAFT;
    if (written.draft() != draft) {
      edited = edited.with("draft", new Literal.Flag(draft));
    }
    if (written.digest().isPresent() && !saysTheSame(written, words)) {
      edited = edited.with("digest", DigestTable.write(words.review(), words.talks()));
    }
    return edited;
  }

  private static boolean saysTheSame(FrontMatter written, Note words) {
    Findings ignored = new Findings();
    DigestTable table = DigestTable.read(written.digest().orElseThrow(), ignored);
    return table.review().equals(ReviewDocument.of(words.review()))
        && (table.talks() == null || table.talks().equals(words.talks()));
  }
}
