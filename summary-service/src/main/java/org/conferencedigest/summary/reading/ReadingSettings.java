package org.conferencedigest.summary.reading;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

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
    @Within(least = "0s", most = "1m") @Bindable(defaultValue = "2s") Duration usualWait,
    @Within(least = "0s", most = "1m") @Bindable(defaultValue = "10s") Duration longestWait,
    @Within(least = "1ms", most = "10s") @Bindable(defaultValue = "20ms") Duration firstLook,
    @Within(least = "1ms", most = "10s") @Bindable(defaultValue = "160ms") Duration longestLook,
    @Within(least = "0", most = "1000000") @Bindable(defaultValue = "1000") int mostWaiting,
    @Within(least = "1", most = "1000000") @Bindable(defaultValue = "10000") int mostChanges,
    @Within(least = "1", most = "1000000") @Bindable(defaultValue = "1000") int mostWarnings,
    @Within(least = "1", most = "16777216") @Bindable(defaultValue = "1048576") int longestPreview,
    @Within(least = "1", most = "100000") @Bindable(defaultValue = "1000") int mostProposed) {

  ReadingSettings {
    WrongSettingException.requireAtMost(
        "digest.reading.usual-wait", usualWait, "digest.reading.longest-wait", longestWait);
    WrongSettingException.requireAtMost(
        "digest.reading.first-look", firstLook, "digest.reading.longest-look", longestLook);
  }
}
