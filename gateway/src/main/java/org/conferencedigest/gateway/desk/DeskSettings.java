package org.conferencedigest.gateway.desk;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * Bounds of the desk.
 *
 * @param signedInFor how long a browser keeps a token; it may end before
 * @param timeout how long the notes service may take to answer a page
 * @param talks so many talks of a programme are looked at
 * @param notes and so many notes of a conference
 * @param revisions so many revisions of a note are listed on a page
 */
@ConfigurationProperties("gateway.desk")
record DeskSettings(
    @Within(least = "1m", most = "365d") Duration signedInFor,
    @Within(least = "1ms", most = "5m") Duration timeout,
    @Within(least = "1", most = "100000") int talks,
    @Within(least = "1", most = "100000") int notes,
    @Within(least = "1", most = "10000") int revisions) {}
