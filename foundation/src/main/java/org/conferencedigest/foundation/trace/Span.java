package org.conferencedigest.foundation.trace;

/** Something that is going on. Ended at most once; what is never ended is never told. */
public interface Span {

  /** The context of what is done within. */
  TraceContext trace();

  /** Gives it a better name, once that is known. */
  void name(String name);

  /** Says more of it; no secret, and no text of a note. */
  void say(String key, String value);

  /** It is over, and has failed: why, without what it was about. */
  void fail(String reason);

  /** It is over. */
  void end();
}
