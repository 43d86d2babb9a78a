package org.conferencedigest.summary.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Bounds of the intake.
 *
 * @param largestBody the largest body of an event, in bytes; larger ones are dead letters
 * @param firstPause how long to wait before a batch is tried again that failed for a while
 * @param longestPause what that wait doubles up to
 */
@ConfigurationProperties("digest.intake")
record IntakeSettings(
    @Bindable(defaultValue = "4194304") int largestBody,
    @Bindable(defaultValue = "100ms") Duration firstPause,
    @Bindable(defaultValue = "2s") Duration longestPause) {}
