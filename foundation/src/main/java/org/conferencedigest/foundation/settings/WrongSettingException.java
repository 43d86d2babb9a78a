package org.conferencedigest.foundation.settings;

import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;

/**
 * A setting that a service cannot start with. Its message is one sentence for the operator, which
 * names the setting, its value, and what it may be.
 */
public final class WrongSettingException extends ConfigurationException {

  private static final long serialVersionUID = 1L;

  public WrongSettingException(String sentence) {
    super(sentence);
  }

  public WrongSettingException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /**
   * Requires one setting to be at most another.
   *
   * @throws WrongSettingException if it is more
   */
  public static void requireAtMost(String name, long value, String otherName, long other) {
    if (value > other) {
      throw new WrongSettingException(
          "The setting %s is %d; it must be at most %s, which is %d."
              .formatted(name, value, otherName, other));
    }
  }

  /** As {@link #requireAtMost(String, long, String, long)}, for durations. */
  public static void requireAtMost(String name, Duration value, String otherName, Duration other) {
    if (value.compareTo(other) > 0) {
      throw new WrongSettingException(
          "The setting %s is %s; it must be at most %s, which is %s."
              .formatted(name, words(value), otherName, words(other)));
    }
  }

  /** A duration as it is written in the configuration. */
  public static String words(Duration duration) {
    return duration.toMillisPart() != 0 ? duration.toMillis() + "ms" : duration.toSeconds() + "s";
  }
}
