package org.conferencedigest.summary.reading;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Bounds of reading.
 *
 * @param usualWait how long a read waits for the write it asks for, unless it says otherwise
 * @param longestWait how long it waits at the most
 * @param firstLook how soon to look whether another instance has applied that write
 * @param longestLook what the time between two looks doubles up to
 * @param mostWaiting how many reads wait at the same time; further ones are told to come again
 * @param mostChanges how many changes one list of changes holds, roughly
 * @param mostWarnings how many warnings about a digest are listed
 * @param longestPreview the longest text a preview is made of, in characters
 * @param mostProposed how many notes a proposal changes
 */
@ConfigurationProperties("digest.reading")
record ReadingSettings(
    @Bindable(defaultValue = "2s") Duration usualWait,
    @Bindable(defaultValue = "10s") Duration longestWait,
    @Bindable(defaultValue = "20ms") Duration firstLook,
    @Bindable(defaultValue = "160ms") Duration longestLook,
    @Bindable(defaultValue = "1000") int mostWaiting,
    @Bindable(defaultValue = "10000") int mostChanges,
    @Bindable(defaultValue = "1000") int mostWarnings,
    @Bindable(defaultValue = "1048576") int longestPreview,
    @Bindable(defaultValue = "1000") int mostProposed) {}
