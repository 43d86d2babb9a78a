package org.conferencedigest.notes.recognition;

/**
 * How much speaks for something, from 0 to 1. Signs add up as independent ones do: each takes away
 * its share of the doubt that the others leave.
 *
 * @param most what no sign takes it beyond, since something speaks against it
 */
public record Evidence(double confidence, double most) {

  /** From here on, what is seen is taken to be so. */
  public static final double SURE = 0.7;

  /** From here on, it is worth telling. */
  public static final double WORTH_TELLING = 0.4;

  static final Evidence NONE = new Evidence(0, 1);

  /** The same with one more sign. */
  Evidence and(double weight) {
    return new Evidence(Math.min(most, 1 - (1 - confidence) * (1 - weight)), most);
  }

  /** The same with one more sign, if it is there. */
  Evidence and(boolean isThere, double weight) {
    return isThere ? and(weight) : this;
  }

  /** No more than that, whatever else is seen. */
  Evidence atMost(double limit) {
    return new Evidence(Math.min(confidence, limit), Math.min(most, limit));
  }
}
