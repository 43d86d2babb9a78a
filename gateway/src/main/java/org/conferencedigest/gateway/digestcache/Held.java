package org.conferencedigest.gateway.digestcache;

/** What is held in memory of one digest in one format. */
sealed interface Held permits Copy, Missing {

  /** The revision it is of. */
  long revision();

  /** When the summary service last said that it is so, by {@link System#nanoTime}. */
  long confirmedAt();

  /** The memory it takes, about, in bytes. */
  int weight();
}
