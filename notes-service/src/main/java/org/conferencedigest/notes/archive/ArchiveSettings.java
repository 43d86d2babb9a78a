package org.conferencedigest.notes.archive;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How much a zip may bring. The defaults stand in {@code application.yml}.
 *
 * @param archive bytes of a zip
 * @param files files in a zip, those that nobody asked for included
 * @param unpacked bytes of all files of a zip, those that nobody asked for included
 */
@ConfigurationProperties("notes.import")
public record ArchiveSettings(int archive, int files, long unpacked) {}
