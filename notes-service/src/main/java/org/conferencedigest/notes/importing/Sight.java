package org.conferencedigest.notes.importing;

/** Something seen in a post, in whose place a slot can stand. */
sealed interface Sight permits Claim, TierList {}
