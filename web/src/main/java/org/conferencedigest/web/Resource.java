package org.conferencedigest.web;

import org.jspecify.annotations.Nullable;

/**
 * A recording, slides, or the like.
 *
 * @param kind the word of its kind
 * @param player the address of a player that may be opened in the page, on a click; null: none
 */
public record Resource(String kind, String label, String href, @Nullable String player) {}
