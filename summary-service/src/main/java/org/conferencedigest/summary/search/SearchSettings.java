package org.conferencedigest.summary.search;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

/**
 * Bounds of searching.
 *
 * @param pageSize results on one page, unless asked otherwise
 * @param mostPerPage and at the most
 * @param mostResults how far one can page
 * @param longestQuery in characters
 * @param longestText how much of a note's text is searched, in characters
 * @param fragment about how many characters of a note are shown
 * @param timeout how long the database may search
 */
@ConfigurationProperties("digest.search")
public record SearchSettings(
    @Within(least = "1", most = "1000") @Bindable(defaultValue = "20") int pageSize,
    @Within(least = "1", most = "1000") @Bindable(defaultValue = "100") int mostPerPage,
    @Within(least = "1", most = "100000") @Bindable(defaultValue = "1000") int mostResults,
    @Within(least = "1", most = "10000") @Bindable(defaultValue = "200") int longestQuery,
    @Within(least = "1000", most = "10000000") @Bindable(defaultValue = "200000") int longestText,
    @Within(least = "20", most = "10000") @Bindable(defaultValue = "240") int fragment,
    @Within(least = "1s", most = "1m") @Bindable(defaultValue = "2s") Duration timeout) {

  public SearchSettings {
    WrongSettingException.requireAtMost(
        "digest.search.page-size", pageSize, "digest.search.most-per-page", mostPerPage);
  }
}
