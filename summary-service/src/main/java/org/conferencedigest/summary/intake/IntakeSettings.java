package org.conferencedigest.summary.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Matching;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

/**
 * Bounds of the intake.
 *
 * @param group the consumer group; its instances share the work
 * @param threads consuming threads of an instance, at most those of the executor for them
 * @param largestBody the largest body of an event, in bytes; larger ones are dead letters
 * @param largestRecord the largest record, in bytes, that topics are made to take
 * @param firstPause how long to wait before a batch is tried again that failed for a while
 * @param longestPause what that wait doubles up to
 * @param mostAttempts how often records are tried that fail for a reason nobody foresaw, before
 *     they are dead letters
 */
@ConfigurationProperties("digest.intake")
public record IntakeSettings(
    @Matching(
            value = "[A-Za-z0-9._-]{1,200}",
            words = "letters, digits, dots, hyphens and underscores")
        @Bindable(defaultValue = "summary-service")
        String group,
    @Within(least = "1", most = "16") @Bindable(defaultValue = "1") int threads,
    @Within(least = "1", most = "67108864") @Bindable(defaultValue = "4194304") int largestBody,
    @Within(least = "1024", most = "134217728") @Bindable(defaultValue = "8388608")
        int largestRecord,
    @Within(least = "1ms", most = "1h") @Bindable(defaultValue = "100ms") Duration firstPause,
    @Within(least = "1ms", most = "1h") @Bindable(defaultValue = "2s") Duration longestPause,
    @Within(least = "1", most = "1000000") @Bindable(defaultValue = "450") int mostAttempts) {

  public IntakeSettings {
    WrongSettingException.requireAtMost(
        "digest.intake.largest-body", largestBody, "digest.intake.largest-record", largestRecord);
    WrongSettingException.requireAtMost(
        "digest.intake.first-pause", firstPause, "digest.intake.longest-pause", longestPause);
  }
}
