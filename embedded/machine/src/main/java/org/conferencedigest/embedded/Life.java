package org.conferencedigest.embedded;

import java.util.List;

/** How long a JVM is expected to run, and so how much work it puts into its own code first. */
public enum Life {
  /**
   * For minutes: code is compiled quickly and no better than that. On a machine of two cores the
   * start of everything takes three quarters of the time; what runs long runs slower.
   */
  BRIEF,

  /** For days: code that is used much is compiled well, from the first seconds on. */
  LASTING;

  /** For the command line of a JVM. */
  List<String> options() {
    return switch (this) {
      case BRIEF -> List.of("-XX:TieredStopAtLevel=1");
      case LASTING -> List.of();
    };
  }
}
