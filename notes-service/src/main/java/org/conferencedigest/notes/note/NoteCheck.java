package org.conferencedigest.notes.note;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.bounds.Findings;
import org.conferencedigest.notes.frontmatter.FrontMatter;
import org.conferencedigest.notes.frontmatter.Page;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.jspecify.annotations.Nullable;

/** Says whether a document or a page describes a note that can be kept, and which. */
@Singleton
public final class NoteCheck {

  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}[ \\t]+(.*?)[ \\t#]*$");

  private final Bounds bounds;

  NoteCheck(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * The note a document describes.
   *
   * @throws org.conferencedigest.foundation.problem.ProblemException 422 with all that is wrong
   */
  NoteWish check(String slug, NoteDocument wish) {
    Findings findings = new Findings();
    if (wish.slug() != null && !wish.slug().equals(slug)) {
      findings.add("/slug", "must be the slug of the address, or be left out");
    }
    findings.required("/title", wish.title(), bounds.title());
    if (wish.body() == null) {
      findings.add("/body", "is missing");
    }
    findings.bytes("/body", wish.body(), bounds.body());
    WrittenDate date = wish.date() == null ? null : date(findings, wish.date());
    NoteState state = state(findings, wish.state());
    FrontMatter frontMatter = frontMatter(findings, wish.frontMatter());
    List<String> talks = talks(findings, Objects.requireNonNullElse(wish.talks(), List.of()));
    Review review =
        review(findings, "/review", Objects.requireNonNullElse(wish.review(), ReviewDocument.NONE));
    findings.requireNone();
    return new NoteWish.Fields(
        state,
        Objects.requireNonNull(wish.title()),
        date,
        frontMatter,
        Objects.requireNonNull(wish.body()),
        talks,
        review);
  }

  /**
   * The note a page describes.
   *
   * @throws org.conferencedigest.foundation.problem.ProblemException 422 with all that is wrong
   */
  NoteWish check(String page) {
    Findings findings = new Findings();
    NoteWish wish = check(Page.parse(page), findings);
    findings.requireNone();
    return wish;
  }

  /** The note a page describes; what is wrong goes to the findings. */
  private NoteWish.Page check(Page page, Findings findings) {
    return check(page, findings, findings);
  }

  /**
   * The note a page describes, with as much of its front matter as can be read.
   *
   * @param findings what hinders the page from being kept
   * @param doubts what does not: a front matter, or a date in it, that cannot be read
   */
  public NoteWish.Page check(Page page, Findings findings, Findings doubts) {
    readable(page, findings, doubts);
    FrontMatter frontMatter = page.frontMatter();
    String title = frontMatter.title().orElseGet(() -> heading(page.body()));
    findings.characters("/title", title, bounds.title());
    Object written = frontMatter.value("date");
    WrittenDate date = written == null ? null : date(doubts, String.valueOf(written));
    List<String> talks = null;
    Review review = null;
    if (frontMatter.digest().isPresent()) {
      DigestTable table = DigestTable.read(frontMatter.digest().get(), findings);
      review = review(findings, "/digest", table.review());
      talks = table.talks() == null ? null : talks(findings, table.talks());
    }
    NoteState state = frontMatter.draft() ? NoteState.DRAFT : NoteState.PUBLISHED;
    return new NoteWish.Page(state, title, date, frontMatter, page.body(), talks, review);
  }

  /** Whether a page can be read and kept, whatever it is about. */
  public void readable(Page page, Findings findings, Findings doubts) {
    FrontMatter frontMatter = page.frontMatter();
    frontMatter
        .problem()
        .ifPresent(
            problem ->
                doubts.add("/frontMatter", "line " + problem.line() + ": " + problem.sentence()));
    findings.bytes("/frontMatter", frontMatter.raw(), bounds.frontMatter());
    findings.bytes("/body", page.body(), bounds.body());
  }

  /** The first heading of a page. */
  private static @Nullable String heading(String body) {
    Matcher matcher = HEADING.matcher(body);
    return matcher.find() && !matcher.group(1).isBlank() ? matcher.group(1) : null;
  }

  private static @Nullable WrittenDate date(Findings findings, String text) {
    WrittenDate date = WrittenDate.of(text).orElse(null);
    if (date == null) {
      findings.add(
          "/date", "must be a date such as 2020-06-24, 2020-06-24T16:00 or 2020-06-24T16:00+02:00");
    }
    return date;
  }

  private static NoteState state(Findings findings, @Nullable String word) {
    if (word == null || word.equals(NoteState.PUBLISHED.word())) {
      return NoteState.PUBLISHED;
    }
    if (!word.equals(NoteState.DRAFT.word())) {
      findings.add("/state", "must be draft or published; DELETE retracts a note");
    }
    return NoteState.DRAFT;
  }

  private @Nullable FrontMatter frontMatter(Findings findings, @Nullable String raw) {
    if (raw == null) {
      return null;
    }
    findings.bytes("/frontMatter", raw, bounds.frontMatter());
    Page page = Page.parse(FrontMatter.closed(raw));
    page.frontMatter()
        .problem()
        .ifPresent(
            problem ->
                findings.add("/frontMatter", "line " + problem.line() + ": " + problem.sentence()));
    if (!page.body().isEmpty()) {
      findings.add("/frontMatter", "must be a front matter with its delimiters and nothing else");
    }
    return page.frontMatter();
  }

  private List<String> talks(Findings findings, List<@Nullable String> wished) {
    findings.count("/talks", wished, bounds.talksPerNote());
    List<String> talks = new ArrayList<>();
    for (int i = 0; i < wished.size(); i++) {
      String talk = wished.get(i);
      if (talk == null || talks.contains(talk)) {
        findings.add("/talks/" + i, talk == null ? "is missing" : "is listed twice");
      } else {
        findings.slug("/talks/" + i, talk);
        talks.add(talk);
      }
    }
    return talks;
  }

  private Review review(Findings findings, String at, ReviewDocument wish) {
    findings.bytes(at + "/entry", wish.entry(), bounds.entry());
    findings.bytes(at + "/recommendation", wish.recommendation(), bounds.entry());
    findings.slug(at + "/section", wish.section());
    Verdict verdict = null;
    if (wish.verdict() != null) {
      try {
        verdict = Verdict.of(wish.verdict());
      } catch (IllegalArgumentException unknown) {
        findings.add(
            at + "/verdict", Objects.requireNonNullElse(unknown.getMessage(), "is unknown"));
      }
    }
    return new Review(
        verdict, wish.entry(), wish.recommendation(), wish.section(), wish.position(), wish.rank());
  }
}
