package org.conferencedigest.gateway.desk;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

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
record DeskSettings(Duration signedInFor, Duration timeout, int talks, int notes, int revisions) {}
