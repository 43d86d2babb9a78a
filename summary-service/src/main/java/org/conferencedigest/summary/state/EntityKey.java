package org.conferencedigest.summary.state;

/** An entity among those of all conferences. */
record EntityKey(String conference, String entity) {}
