package org.conferencedigest.web;

import org.jspecify.annotations.Nullable;

/**
 * Who spoke.
 *
 * @param about role and affiliation
 * @param link to the web; null: none that is safe
 */
public record Person(String name, @Nullable String about, @Nullable String link) {}
