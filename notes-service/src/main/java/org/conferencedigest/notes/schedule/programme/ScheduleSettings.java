package org.conferencedigest.notes.schedule.programme;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.conferencedigest.foundation.settings.Within;

/**
 * How much a programme may bring. The defaults stand in {@code application.yml}.
 *
 * @param file bytes of a file, and of all files of a zip
 * @param talks items of a programme
 * @param values values of a file in JSON, and elements of one item in XML
 * @param depth how deep a file may be nested
 * @param problems problems that a report lists; more are counted
 */
@ConfigurationProperties("notes.schedule")
public record ScheduleSettings(
    @Within(least = "1", most = "67108864") int file,
    @Within(least = "1", most = "1000000") int talks,
    @Within(least = "1", most = "100000000") int values,
    @Within(least = "10", most = "500") int depth,
    @Within(least = "0", most = "100000") int problems) {}
