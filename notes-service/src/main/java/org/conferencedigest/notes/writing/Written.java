package org.conferencedigest.notes.writing;

import org.conferencedigest.events.DigestAfter;

/**
 * What came of a write.
 *
 * @param value what is stored now
 * @param after what a digest must hold to show it
 */
public record Written<T>(Outcome outcome, T value, DigestAfter after) {}
