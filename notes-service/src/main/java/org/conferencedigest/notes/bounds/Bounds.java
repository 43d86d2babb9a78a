package org.conferencedigest.notes.bounds;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

/**
 * How much of everything is accepted. The defaults stand in {@code application.yml}.
 *
 * @param title characters of a title
 * @param name characters of a room, a track, a name, an affiliation and the like
 * @param link characters of a URL
 * @param body bytes of a note's page below its front matter, as UTF-8
 * @param frontMatter bytes of a front matter; at most 64 KiB, which is all that is ever read
 * @param entry bytes of a review's entry, and of its recommendation
 * @param outline bytes of a conference's outline
 * @param summary bytes of a digest's summary, and of a talk's abstract
 * @param talksPerNote talks that one note covers
 * @param speakersPerTalk speakers of one talk
 * @param linksPerTalk links of one talk
 * @param notesPerConference notes of one conference, retracted ones included
 * @param talksPerConference talks of one conference, deleted ones included
 * @param revisionsKept revisions of a note that its history keeps
 * @param draftsWithin of the drafts that one person saves within so long, the history keeps the
 *     first and the last
 * @param page items of a page of a list, if the request names no number
 * @param longestPage items of a page at the most
 */
@ConfigurationProperties("notes.bounds")
public record Bounds(
    @Within(least = "1", most = "10000") int title,
    @Within(least = "1", most = "10000") int name,
    @Within(least = "1", most = "10000") int link,
    @Within(least = "1", most = "16777216") int body,
    @Within(least = "1", most = "65536") int frontMatter,
    @Within(least = "1", most = "1048576") int entry,
    @Within(least = "1", most = "16777216") int outline,
    @Within(least = "1", most = "1048576") int summary,
    @Within(least = "1", most = "1000") int talksPerNote,
    @Within(least = "1", most = "1000") int speakersPerTalk,
    @Within(least = "1", most = "1000") int linksPerTalk,
    @Within(least = "1", most = "1000000") int notesPerConference,
    @Within(least = "1", most = "1000000") int talksPerConference,
    @Within(least = "1", most = "1000000") int revisionsKept,
    @Within(least = "0s", most = "1d") Duration draftsWithin,
    @Within(least = "1", most = "10000") int page,
    @Within(least = "1", most = "10000") int longestPage) {

  public Bounds {
    WrongSettingException.requireAtMost(
        "notes.bounds.page", page, "notes.bounds.longest-page", longestPage);
  }
}
