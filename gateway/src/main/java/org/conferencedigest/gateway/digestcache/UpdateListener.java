package org.conferencedigest.gateway.digestcache;

import org.conferencedigest.events.DigestUpdated;

/** Hears of each update of a digest, on the thread that reads the topic: it must not block. */
public interface UpdateListener {

  /** A digest has a newer revision than was known. */
  void updated(DigestUpdated update);

  /** An update told of an older revision: it was late, or the summary service counts anew. */
  void doubted(String conference);
}
