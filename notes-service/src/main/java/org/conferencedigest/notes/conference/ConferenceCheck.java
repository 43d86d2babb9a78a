package org.conferencedigest.notes.conference;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.conferencedigest.events.outline.PageName;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.bounds.Findings;
import org.conferencedigest.notes.frontmatter.FrontMatter;
import org.conferencedigest.notes.frontmatter.Page;
import org.jspecify.annotations.Nullable;

/** Says whether a document describes a conference that can be kept, and which. */
@Singleton
public final class ConferenceCheck {

  private static final Pattern FOLDER = Pattern.compile("(?!\\.)[^/\\\\\\p{Cntrl}]+");
  private static final Pattern PATH =
      Pattern.compile(FOLDER.pattern() + "(?:/" + FOLDER.pattern() + ")*");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?!\\.)[^/\\\\\\p{Cntrl}]+" + PageName.ENDING);

  private final Bounds bounds;

  ConferenceCheck(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * The conference a document describes, at version 0.
   *
   * @throws org.conferencedigest.foundation.problem.ProblemException 422 with all that is wrong
   */
  public Conference check(String slug, ConferenceDocument wish) {
    Findings findings = new Findings();
    frontMatter(
        findings, Objects.requireNonNullElse(wish.digest(), ConferenceDocument.Digest.DEFAULT));
    Conference checked = check(slug, wish, findings);
    String frontMatter = checked.digestFrontMatter();
    return frontMatter == null ? checked : checked.with(FrontMatter.closed(frontMatter));
  }

  /**
   * The conference a post describes, at version 0: its front matter is kept byte for byte, be it
   * one that can be read or not.
   *
   * @throws org.conferencedigest.foundation.problem.ProblemException 422 with all that is wrong
   */
  public Conference checkImported(String slug, ConferenceDocument wish) {
    return check(slug, wish, new Findings());
  }

  private Conference check(String slug, ConferenceDocument wish, Findings findings) {
    if (wish.slug() != null && !wish.slug().equals(slug)) {
      findings.add("/slug", "must be the slug of the address, or be left out");
    }
    findings.required("/title", wish.title(), bounds.title());
    findings.link("/link", wish.link(), bounds.link());
    findings.bytes("/outline", wish.outline(), bounds.outline());
    if (wish.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(wish.timeZone())) {
      findings.add("/timeZone", "must be an IANA time zone such as Europe/Paris");
    }
    year(findings, "/startDate", wish.startDate());
    year(findings, "/endDate", wish.endDate());
    if (wish.startDate() != null
        && wish.endDate() != null
        && wish.endDate().isBefore(wish.startDate())) {
      findings.add("/endDate", "is before startDate");
    }
    ConferenceDocument.Digest digest =
        Objects.requireNonNullElse(wish.digest(), ConferenceDocument.Digest.DEFAULT);
    check(findings, digest);
    findings.requireNone();
    String title = Objects.requireNonNull(wish.title());
    return new Conference(
        slug,
        title,
        wish.startDate(),
        wish.endDate(),
        Objects.requireNonNullElse(wish.timeZone(), "UTC"),
        wish.link(),
        wish.outline(),
        unless(title, digest.title()),
        digest.summary(),
        digest.frontMatter(),
        unless(slug, digest.path()),
        unless(Conference.FILE_NAME, digest.fileName()),
        false,
        0,
        Instant.EPOCH);
  }

  private void check(Findings findings, ConferenceDocument.Digest digest) {
    if (digest.title() != null) {
      findings.required("/digest/title", digest.title(), bounds.title());
    }
    findings.bytes("/digest/summary", digest.summary(), bounds.summary());
    findings.bytes("/digest/frontMatter", digest.frontMatter(), bounds.frontMatter());
    matching(findings, "/digest/path", digest.path(), PATH, "a folder such as spark/2020");
    matching(findings, "/digest/fileName", digest.fileName(), FILE_NAME, "a name such as post.md");
  }

  private static void frontMatter(Findings findings, ConferenceDocument.Digest digest) {
    if (digest.frontMatter() == null || digest.frontMatter().isEmpty()) {
      return;
    }
    Page page = Page.parse(FrontMatter.closed(digest.frontMatter()));
    page.frontMatter()
        .problem()
        .ifPresent(
            problem ->
                findings.add(
                    "/digest/frontMatter", "line " + problem.line() + ": " + problem.sentence()));
    if (page.frontMatter().isAbsent() || !page.body().isEmpty()) {
      findings.add(
          "/digest/frontMatter", "must be a front matter with its delimiters and nothing else");
    }
  }

  private static void year(Findings findings, String pointer, @Nullable LocalDate date) {
    if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
      findings.add(pointer, "must be in the years 1 to 9999");
    }
  }

  private void matching(
      Findings findings, String pointer, @Nullable String text, Pattern form, String what) {
    findings.characters(pointer, text, bounds.name());
    if (text != null && !form.matcher(text).matches()) {
      findings.add(pointer, "must be " + what + ", without \"..\" and hidden names");
    }
  }

  /** Null for what is the default anyway, so that it goes on following the default. */
  private static @Nullable String unless(String byDefault, @Nullable String text) {
    return byDefault.equals(text) ? null : text;
  }
}
