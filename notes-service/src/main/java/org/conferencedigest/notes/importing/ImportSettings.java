package org.conferencedigest.notes.importing;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How much an import may bring. The defaults stand in {@code application.yml}.
 *
 * @param archive bytes of a zip
 * @param files files in a zip, those that are no pages included
 * @param unpacked bytes of all files of a zip, those that are no pages included
 */
@ConfigurationProperties("notes.import")
public record ImportSettings(int archive, int files, long unpacked) {}
