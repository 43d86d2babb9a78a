package org.conferencedigest.summary.lint;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Something that an author may have meant otherwise.
 *
 * @param code the kind of warning; never changes its meaning
 * @param place what it is about: {@code outline:LINE}, {@code notes/SLUG}, {@code
 *     notes/SLUG/entry}, {@code notes/SLUG/recommendation}, {@code talks/SLUG}
 * @param sentence for a person to read
 */
@Serdeable
public record Warning(String code, String place, String sentence) {}
