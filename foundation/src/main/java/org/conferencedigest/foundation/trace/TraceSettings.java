package org.conferencedigest.foundation.trace;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where traces begin.
 *
 * @param trusted whether the trace headers of a request are believed: true behind the gateway,
 *     false where the public calls
 */
@ConfigurationProperties("trace")
record TraceSettings(boolean trusted) {}
