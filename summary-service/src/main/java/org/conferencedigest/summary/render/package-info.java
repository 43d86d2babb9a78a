/**
 * The formats of a digest, each a rendering of the one document, made of fragments that are kept.
 */
@NullMarked
package org.conferencedigest.summary.render;

import org.jspecify.annotations.NullMarked;
