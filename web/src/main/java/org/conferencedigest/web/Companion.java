package org.conferencedigest.web;

import org.jspecify.annotations.Nullable;

/**
 * Another note on the same talk.
 *
 * @param href of its page
 * @param html what it says in the digest; null where that stands beside it anyway
 */
public record Companion(
    String title,
    String href,
    String author,
    String authorHref,
    @Nullable Badge badge,
    @Nullable String html) {}
