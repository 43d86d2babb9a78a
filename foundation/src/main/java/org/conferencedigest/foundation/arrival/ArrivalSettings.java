package org.conferencedigest.foundation.arrival;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * How a start waits.
 *
 * @param patience for how long; the start fails after that
 * @param pause the time between two looks
 */
@ConfigurationProperties("arrival")
record ArrivalSettings(
    @Within(least = "1s", most = "1d") Duration patience,
    @Within(least = "1ms", most = "1m") Duration pause) {}
