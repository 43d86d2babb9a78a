package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.Slug;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.revision.Edition;
import org.conferencedigest.summary.revision.Editions;

/** Finds the edition a request asks for: the newest, and never one older than its token says. */
@Singleton
final class DigestReader {

  private final Editions editions;
  private final WriteAwaiter writes;
  private final Patience patience;

  DigestReader(Editions editions, WriteAwaiter writes, Patience patience) {
    this.editions = editions;
    this.writes = writes;
    this.patience = patience;
  }

  /** A digest, under the head it was read with. */
  record Read(Edition edition, Edition.Digest digest) {}

  /**
   * The digest of a conference.
   *
   * @throws ProblemException 404 if there is none
   */
  Read digest(String conference, HttpRequest<?> request) {
    Edition edition = edition(conference, request).orElseThrow(() -> unknown(conference));
    return edition
        .written()
        .map(digest -> new Read(edition, digest))
        .orElseThrow(() -> unknown(conference));
  }

  /** What is known of a conference, be there a digest or not; empty if nothing ever was. */
  Optional<Edition> edition(String conference, HttpRequest<?> request) {
    if (!Slug.isValid(conference)) {
      throw unknown(conference);
    }
    String after = request.getHeaders().get(DigestAfter.HEADER);
    if (after != null) {
      writes.await(WriteAwaiter.token(after, conference), patience.of(request));
    }
    return editions.newest(conference);
  }

  static ProblemException unknown(String conference) {
    return ProblemException.notFound(
        Slug.isValid(conference)
            ? "There is no conference " + conference + "."
            : "No conference has such a name.");
  }
}
