package org.conferencedigest.notes.bounds;

import java.text.Normalizer;
import java.util.Set;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.problem.ProblemException;

/** Slugs as they come in addresses: composed or decomposed, the same letters are the same slug. */
public final class PathSlug {

  /** What stands at {@code /write/…} besides the conferences. */
  private static final Set<String> TAKEN = Set.of("sign-in", "sign-out", "openid");

  private PathSlug() {}

  /**
   * The slug of something that is to be there.
   *
   * @throws ProblemException 404 if it is no slug, since nothing can be there
   */
  public static String existing(String segment) {
    String slug = Normalizer.normalize(segment, Normalizer.Form.NFC);
    if (!Slug.isValid(slug)) {
      throw ProblemException.notFound("There is nothing at this address.");
    }
    return slug;
  }

  /**
   * The slug of something that is to be written.
   *
   * @param parameter its name in the address
   * @throws ProblemException 422 if it is no slug
   */
  public static String writable(String parameter, String segment) {
    String slug = Normalizer.normalize(segment, Normalizer.Form.NFC);
    Findings findings = new Findings();
    findings.slug("#" + parameter, slug);
    findings.requireNone();
    return slug;
  }

  /**
   * The slug of a conference that is to be written.
   *
   * @throws ProblemException 422 if it is no slug, or names a page of the desk: the conference's
   *     own page there could never be reached
   */
  public static String writableConference(String segment) {
    String slug = writable("conference", segment);
    if (TAKEN.contains(slug)) {
      Findings findings = new Findings();
      findings.add(
          "#conference", "is the address of another page: choose another, as in " + slug + "-conf");
      findings.requireNone();
    }
    return slug;
  }
}
