package org.conferencedigest.foundation.settings;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How the log is written. Logback reads the variables by itself; here they are checked.
 *
 * @param format a line for programs or for people
 * @param level below which nothing is written
 */
@ConfigurationProperties("log")
record LogSettings(
    @Matching(value = "json|plain", words = "json or plain") String format,
    @Matching(
            value = "(?i)TRACE|DEBUG|INFO|WARN|ERROR|OFF",
            words = "TRACE, DEBUG, INFO, WARN, ERROR or OFF")
        String level) {}
