package org.conferencedigest.notes.archive;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.conferencedigest.foundation.settings.Within;

/**
 * How much a zip may bring. The defaults stand in {@code application.yml}.
 *
 * @param archive bytes of a zip
 * @param files files in a zip, those that nobody asked for included
 * @param unpacked bytes of all files of a zip, those that nobody asked for included
 */
@ConfigurationProperties("notes.import")
public record ArchiveSettings(
    @Within(least = "1", most = "1073741824") int archive,
    @Within(least = "1", most = "1000000") int files,
    @Within(least = "1", most = "10737418240") long unpacked) {}
