package org.conferencedigest.notes.note;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.frontmatter.FrontMatter;
import org.conferencedigest.notes.frontmatter.Page;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.jspecify.annotations.Nullable;

/**
 * A note as it is stored.
 *
 * @param frontMatter as its author wrote it; empty: the page has none; null: it was not written as
 *     a page, and gets one generated
 * @param talks the slugs of the talks it covers, in the author's order; a talk need not be there
 * @param revision grows by one with each change of the note
 * @param eventVersion grows by one with each event that tells of it; 0 if there was none yet
 * @param publishedAt when it was first published
 * @param updatedAt when it last changed
 * @param significantAt when it last changed significantly while it was published, or was published;
 *     null if it never was (see {@link Significance})
 * @param fileName the file it was imported from, if that is called otherwise than its slug
 */
@MappedEntity("note")
public record Note(
    String conference,
    @Id String slug,
    String author,
    @MappedProperty(converter = NoteStateColumn.class, type = DataType.STRING) NoteState state,
    String title,
    @MappedProperty(converter = WrittenDateColumn.class, type = DataType.STRING) WrittenDate date,
    @Nullable String frontMatter,
    String body,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> talks,
    @MappedProperty(converter = VerdictColumn.class, type = DataType.STRING)
        @Nullable Verdict verdict,
    @Nullable String entry,
    @Nullable String recommendation,
    @Nullable String section,
    @Nullable Integer position,
    @Nullable Integer rank,
    long revision,
    long eventVersion,
    @Nullable Instant publishedAt,
    Instant updatedAt,
    @Nullable Instant significantAt,
    @Nullable String fileName) {

  /** A note of these words, before it is first stored. */
  static Note create(
      String conference,
      String slug,
      String author,
      NoteState state,
      String title,
      WrittenDate date,
      @Nullable String frontMatter,
      String body,
      List<String> talks,
      Review review) {
    return new Note(
        conference,
        slug,
        author,
        state,
        title,
        date,
        frontMatter,
        body,
        List.copyOf(talks),
        review.verdict(),
        review.entry(),
        review.recommendation(),
        review.section(),
        review.position(),
        review.rank(),
        0,
        0,
        null,
        Instant.EPOCH,
        null,
        null);
  }

  public Review review() {
    return new Review(verdict, entry, recommendation, section, position, rank);
  }

  public boolean isPublished() {
    return state == NoteState.PUBLISHED;
  }

  public boolean isRetracted() {
    return state == NoteState.RETRACTED;
  }

  /** The page, with generated front matter if it was not written as a page. */
  public Page page() {
    return frontMatter == null
        ? new Page(generatedFrontMatter(), body)
        : Page.parse(frontMatter + body);
  }

  /** The page's text: byte for byte as its author wrote it, if it was written as a page. */
  public String pageText() {
    return (frontMatter == null ? generatedFrontMatter().raw() : frontMatter) + body;
  }

  FrontMatter generatedFrontMatter() {
    return FrontMatter.generate(title, date, state == NoteState.DRAFT);
  }

  /** The same with another review. */
  public Note with(Review review) {
    return create(conference, slug, author, state, title, date, frontMatter, body, talks, review)
        .named(fileName)
        .at(revision, eventVersion, publishedAt, updatedAt, significantAt);
  }

  /** The same by another file name; null, and its slug with {@code .md}, are the same. */
  Note named(@Nullable String name) {
    return new Note(
        conference,
        slug,
        author,
        state,
        title,
        date,
        frontMatter,
        body,
        talks,
        verdict,
        entry,
        recommendation,
        section,
        position,
        rank,
        revision,
        eventVersion,
        publishedAt,
        updatedAt,
        significantAt,
        name == null || name.equals(slug + ".md") ? null : name);
  }

  /** The same with another page below its front matter, about those talks. */
  public Note with(String newBody, List<String> newTalks) {
    return create(
            conference, slug, author, state, title, date, frontMatter, newBody, newTalks, review())
        .at(revision, eventVersion, publishedAt, updatedAt, significantAt)
        .named(fileName);
  }

  /** The same at other versions; when it last changed significantly stays. */
  public Note at(
      long newRevision, long newEventVersion, @Nullable Instant published, Instant updated) {
    return at(newRevision, newEventVersion, published, updated, significantAt);
  }

  Note at(
      long newRevision,
      long newEventVersion,
      @Nullable Instant published,
      Instant updated,
      @Nullable Instant significant) {
    return new Note(
        conference,
        slug,
        author,
        state,
        title,
        date,
        frontMatter,
        body,
        talks,
        verdict,
        entry,
        recommendation,
        section,
        position,
        rank,
        newRevision,
        newEventVersion,
        published,
        updated,
        significant,
        fileName);
  }

  /** The same, no more to be read; at the same version. */
  Note retracted() {
    return create(
            conference,
            slug,
            author,
            NoteState.RETRACTED,
            title,
            date,
            frontMatter,
            body,
            talks,
            review())
        .named(fileName)
        .at(revision, eventVersion, publishedAt, updatedAt, significantAt);
  }

  boolean saysTheSameAs(Note other) {
    return at(
            other.revision,
            other.eventVersion,
            other.publishedAt,
            other.updatedAt,
            other.significantAt)
        .equals(other);
  }

  /**
   * The event that tells of this version: its whole state if it is published, else its retraction.
   *
   * @param covered the talks it covers that are there, in its order
   */
  public TalkReviewed event(List<Talk> covered) {
    if (!isPublished()) {
      return new TalkReviewed(conference, slug, eventVersion, null, updatedAt);
    }
    String raw = frontMatter == null ? generatedFrontMatter().raw() : frontMatter;
    return new TalkReviewed(
        conference,
        slug,
        eventVersion,
        new ReviewedNote(
            author,
            title,
            date.text(),
            raw,
            body,
            review(),
            covered,
            publishedAt == null ? updatedAt : publishedAt,
            updatedAt,
            significantAt,
            fileName));
  }
}
