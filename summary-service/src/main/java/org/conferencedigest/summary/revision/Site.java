package org.conferencedigest.summary.revision;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.conferencedigest.foundation.settings.Matching;
import org.conferencedigest.summary.render.PublicSite;
import org.conferencedigest.summary.render.TaggingEntity;

/**
 * Where readers find the system.
 *
 * @param publicUrl what absolute links begin with, without a slash at its end
 * @param taggingEntity in whose name ids are given (see {@link TaggingEntity}); blank: the host of
 *     the public address
 */
@ConfigurationProperties("digest.site")
public record Site(
    @Matching(value = Matching.WEB_ADDRESS, words = "an address such as https://digest.example")
        @Bindable(defaultValue = "http://localhost:8080")
        String publicUrl,
    @Matching(
            value = "\\s*" + TaggingEntity.FORM + "\\s*",
            words = "a domain and a date, as digest.example.org,2026",
            optional = true)
        @Bindable(defaultValue = "")
        String taggingEntity) {

  /**
   * What renderings hang on.
   *
   * @throws IllegalArgumentException if the tagging entity is none
   */
  PublicSite toPublicSite() {
    return taggingEntity.isBlank()
        ? PublicSite.at(publicUrl)
        : new PublicSite(publicUrl, new TaggingEntity(taggingEntity.strip()));
  }
}
