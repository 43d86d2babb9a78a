package org.conferencedigest.gateway.digestcache;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.conferencedigest.events.DigestUpdated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a new revision before somebody asks for it, in the formats that somebody asked for since
 * the last time: so a digest that is read keeps being read at the speed of memory.
 */
@Singleton
final class Refresher implements UpdateListener {

  private static final Logger log = LoggerFactory.getLogger(Refresher.class);

  private final Provider<DigestStore> store;

  Refresher(Provider<DigestStore> store) {
    this.store = store;
  }

  @Override
  public void updated(DigestUpdated update) {
    refresh(update.conference());
  }

  @Override
  public void doubted(String conference) {
    refresh(conference);
  }

  private void refresh(String conference) {
    for (Format format : Format.values()) {
      DigestKey key = new DigestKey(conference, format);
      if (store.get().wasRead(key)) {
        var _ =
            store
                .get()
                .fetch(key, null)
                .exceptionally(
                    failure -> {
                      log.debug("{} could not be refreshed; its next reader will", key, failure);
                      return null;
                    });
      }
    }
  }
}
