package org.conferencedigest.summary.render;

/**
 * The site that readers see.
 *
 * @param url the address of the gateway, for example {@code https://digest.example.org}
 * @param entity in whose name ids are given
 */
public record PublicSite(String url, TaggingEntity entity) {

  /** A site whose ids are given in the name of its host. */
  public static PublicSite at(String url) {
    return new PublicSite(url, TaggingEntity.of(url));
  }
}
