package org.conferencedigest.gateway.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * How much one client may ask of the services.
 *
 * @param addressBurst requests an address may send at once
 * @param addressPerSecond and again each second
 * @param subjectBurst the same for an identity, wherever it comes from
 * @param subjectPerSecond and again each second
 * @param clients so many addresses and identities are remembered; those not seen for longest are
 *     forgotten first
 * @param forgetAfter one that was not seen for so long is forgotten
 * @param verifiedFor a verified token is believed for so long before it is verified again
 */
@ConfigurationProperties("gateway.limits")
record LimitSettings(
    @Within(least = "1", most = "1000000000") long addressBurst,
    @Within(least = "1", most = "1000000000") long addressPerSecond,
    @Within(least = "1", most = "1000000000") long subjectBurst,
    @Within(least = "1", most = "1000000000") long subjectPerSecond,
    @Within(least = "1", most = "10000000") int clients,
    @Within(least = "1s", most = "1d") Duration forgetAfter,
    @Within(least = "0s", most = "1h") Duration verifiedFor) {}
