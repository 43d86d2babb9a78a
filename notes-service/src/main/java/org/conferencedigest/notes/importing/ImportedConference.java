package org.conferencedigest.notes.importing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.conference.ConferenceCheck;
import org.conferencedigest.notes.conference.ConferenceDocument;
import org.conferencedigest.notes.frontmatter.FrontMatter;
import org.jspecify.annotations.Nullable;

/** What a post says of its conference: the outline, and the settings of its digest. */
@Singleton
final class ImportedConference {

  private final ConferenceCheck check;

  ImportedConference(ConferenceCheck check) {
    this.check = check;
  }

  /**
   * The conference as it is to be: what the post does not tell stays as it is.
   *
   * @param post null if there is none; then the conference stays, or is created with its slug for a
   *     title
   * @throws org.conferencedigest.foundation.problem.ProblemException 422 if it cannot be kept
   */
  Conference of(
      String slug,
      Optional<Conference> stored,
      BlogContent.@Nullable Post post,
      @Nullable Plan plan) {
    if (post == null || plan == null) {
      return stored.orElseGet(
          () ->
              check.check(
                  slug,
                  new ConferenceDocument(null, slug, null, null, null, null, null, null, null)));
    }
    FrontMatter frontMatter = post.page().frontMatter();
    // A folded text ends in a line end.
    Optional<String> written = frontMatter.title().map(String::strip);
    String title = stored.map(Conference::title).or(() -> written).orElse(slug);
    List<LocalDate> days =
        plan.recognised().parts().stream()
            .map(Part::date)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    boolean dated =
        stored.filter(c -> c.startDate() != null || c.endDate() != null).isPresent()
            || days.isEmpty();
    return check.checkImported(
        slug,
        new ConferenceDocument(
            null,
            title,
            dated ? stored.map(Conference::startDate).orElse(null) : days.getFirst(),
            dated ? stored.map(Conference::endDate).orElse(null) : days.getLast(),
            stored.map(Conference::timeZone).orElse(null),
            stored.map(Conference::link).orElse(null),
            plan.recognised().outline(),
            new ConferenceDocument.Digest(
                written.or(() -> stored.map(Conference::titleOfDigest)).orElse(null),
                stored.map(Conference::digestSummary).orElse(null),
                frontMatter.raw(),
                plan.refs().folder(),
                post.file().name()),
            null));
  }
}
