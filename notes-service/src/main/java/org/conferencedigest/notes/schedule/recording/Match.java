package org.conferencedigest.notes.schedule.recording;

import org.conferencedigest.notes.schedule.programme.Session;
import org.conferencedigest.notes.talk.TalkRow;
import org.jspecify.annotations.Nullable;

/**
 * Which talk a recording is likely of.
 *
 * @param talk the likeliest; null if none is likely
 * @param confidence from 0 to 1
 * @param isSure whether no person need look at it
 * @param isThere whether the talk links to the recording already
 */
public record Match(
    Session recording,
    @Nullable TalkRow talk,
    double confidence,
    boolean isSure,
    boolean isThere) {}
