package org.conferencedigest.embedded;

/** Where a person is told how things go, a line at a time. */
@FunctionalInterface
public interface Progress {

  void say(String line);
}
