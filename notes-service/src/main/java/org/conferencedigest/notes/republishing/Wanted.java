package org.conferencedigest.notes.republishing;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param conference the only one to publish again; null for all
 * @param retractUnknown whether what the topics hold and this service has never heard of, or not
 *     any more, is retracted; else it stays as it is
 */
record Wanted(@Nullable String conference, boolean retractUnknown) {}
