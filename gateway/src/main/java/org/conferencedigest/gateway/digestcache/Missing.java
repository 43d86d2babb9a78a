package org.conferencedigest.gateway.digestcache;

/**
 * There is no such digest.
 *
 * @param revision the latest revision known when that was asked
 */
record Missing(long revision, long confirmedAt) implements Held {

  @Override
  public int weight() {
    return 256;
  }
}
