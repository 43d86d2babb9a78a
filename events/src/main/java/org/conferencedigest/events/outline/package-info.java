/**
 * The language of outlines: Markdown with slots that the digest fills, and links between notes. It
 * is part of the contract, since an event carries an outline as text.
 */
@NullMarked
package org.conferencedigest.events.outline;

import org.jspecify.annotations.NullMarked;
