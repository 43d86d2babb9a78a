package org.conferencedigest.gateway.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

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
    long addressBurst,
    long addressPerSecond,
    long subjectBurst,
    long subjectPerSecond,
    int clients,
    Duration forgetAfter,
    Duration verifiedFor) {}
