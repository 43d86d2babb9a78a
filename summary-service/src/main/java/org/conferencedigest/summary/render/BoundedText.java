package org.conferencedigest.summary.render;

/** Collects text up to a length, so that a small text cannot become a huge one. */
final class BoundedText implements Appendable {

  private final StringBuilder text = new StringBuilder();
  private final int most;

  BoundedText(int most) {
    this.most = most;
  }

  /** The text would be longer than it may. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public BoundedText append(CharSequence more) {
    return append(more, 0, more.length());
  }

  @Override
  public BoundedText append(CharSequence more, int start, int end) {
    if (end - start > most - text.length()) {
      throw new TooLongException();
    }
    text.append(more, start, end);
    return this;
  }

  @Override
  public BoundedText append(char c) {
    return append(String.valueOf(c));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
