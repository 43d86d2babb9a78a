package org.conferencedigest.foundation.trace;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.conferencedigest.foundation.settings.Matching;
import org.jspecify.annotations.Nullable;

/**
 * Where spans go.
 *
 * @param endpoint of a collector that speaks OTLP; null: nowhere
 */
@ConfigurationProperties("otel.exporter.otlp")
record ExportSettings(
    @Matching(
            value = Matching.WEB_ADDRESS,
            words = "an address such as http://collector:4318",
            optional = true)
        @Nullable String endpoint) {}
