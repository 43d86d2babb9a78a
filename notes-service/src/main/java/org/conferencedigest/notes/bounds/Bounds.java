package org.conferencedigest.notes.bounds;

import io.micronaut.context.annotation.ConfigurationProperties;

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
 * @param page items of a page of a list, if the request names no number
 * @param longestPage items of a page at the most
 */
@ConfigurationProperties("notes.bounds")
public record Bounds(
    int title,
    int name,
    int link,
    int body,
    int frontMatter,
    int entry,
    int outline,
    int summary,
    int talksPerNote,
    int speakersPerTalk,
    int linksPerTalk,
    int notesPerConference,
    int talksPerConference,
    int revisionsKept,
    int page,
    int longestPage) {}
