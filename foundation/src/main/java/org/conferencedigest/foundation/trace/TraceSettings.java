package org.conferencedigest.foundation.trace;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where traces begin.
 *
 * @param trusted whether the trace headers of a request are believed: true behind the gateway,
 *     false where the public calls
 * @param begins whether the trace that a request has when it comes here begins with this service:
 *     true at the gateway
 */
@ConfigurationProperties("trace")
record TraceSettings(boolean trusted, boolean begins) {}
