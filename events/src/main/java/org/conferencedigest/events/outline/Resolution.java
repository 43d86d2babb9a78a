package org.conferencedigest.events.outline;

/** What becomes of a link to another note in one format. */
public sealed interface Resolution {

  /** It stays as it was written. */
  record Verbatim() implements Resolution {}

  /** It leads to a destination: a URL, or whatever stands in the place of one in this format. */
  record To(String destination) implements Resolution {}

  /** Only its label stays. */
  record PlainText() implements Resolution {}

  static Resolution verbatim() {
    return new Verbatim();
  }

  static Resolution to(String destination) {
    return new To(destination);
  }

  static Resolution plainText() {
    return new PlainText();
  }
}
