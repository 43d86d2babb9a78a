package org.conferencedigest.events.outline;

import java.util.HashMap;
import java.util.Map;

/**
 * What a text costs a CommonMark parser, foreseen. Most texts cost time that grows with their
 * length alone and nest a few levels deep; a few patterns cost the square of their length, so that
 * a megabyte of {@code <} would take many minutes, or nest deeper than a thread's stack.
 *
 * @param searched how many characters are passed in search of the ends of tags and autolinks: each
 *     {@code <} looks as far as the next {@code >} of its paragraph
 * @param compared how many pairs of emphasis delimiters are compared, when three kinds of them mix
 *     within words: each with all before it in its paragraph
 * @param gathered how many lines are gathered, when each line of a paragraph is asked whether it
 *     begins something else: all that came before it in the paragraph
 * @param nested how deep emphasis and images may nest within one paragraph
 * @param brackets how many brackets are remembered, each of which might begin or end a link
 * @param quoted how many characters are passed in search of the ends of code spans: each run of
 *     backticks looks for the next of its length in its paragraph
 * @param attributes how many attributes a tag has within one line: the parser matches them by a
 *     regular expression that recurses once for each
 */
record ParsingCost(
    long searched,
    long compared,
    long gathered,
    long nested,
    long brackets,
    long quoted,
    long attributes) {

  // Each about half a second.
  private static final long MOST_SEARCHED = 200_000_000L;
  private static final long MOST_COMPARED = 1_000_000_000L;
  private static final long MOST_GATHERED = 200_000_000L;

  private static final long MOST_QUOTED = 50_000_000L;

  /** Far from what ends the stack of any thread, and far beyond any tag that somebody wrote. */
  private static final long MOST_ATTRIBUTES = TagAttributes.MOST;

  private static final long MOST_BRACKETS = 100_000L;

  private static final long MOST_NESTED = 60_000;

  /** What the usual stack of a thread is certain to hold. */
  private static final long SHALLOW = 1_000;

  /** Whether it is worth to be parsed at all. */
  boolean isBearable() {
    return searched <= MOST_SEARCHED
        && compared <= MOST_COMPARED
        && gathered <= MOST_GATHERED
        && nested <= MOST_NESTED
        && brackets <= MOST_BRACKETS
        && quoted <= MOST_QUOTED
        && attributes <= MOST_ATTRIBUTES;
  }

  /** Whether a parser may need more than the usual stack. */
  boolean mayBeDeep() {
    return nested > SHALLOW;
  }

  /** Foresees in one pass. The same text costs the same on every machine. */
  static ParsingCost of(String markdown) {
    Meter meter = new Meter(markdown.length());
    for (int i = markdown.length() - 1; i >= 0; i--) {
      meter.read(i, markdown.charAt(i));
    }
    meter.paragraphBegins(0);
    return new ParsingCost(
        meter.searched,
        meter.compared,
        meter.gathered,
        meter.nested,
        meter.brackets,
        meter.quoted,
        TagAttributes.mostIn(markdown));
  }

  /** Reads a text from its end, since what a search costs depends on what comes behind. */
  private static final class Meter {

    private long searched;
    private long compared;
    private long gathered;
    private long nested;
    private long brackets;
    private long quoted;

    /** Where the next run of backticks begins, by its length. */
    private final Map<Integer, Integer> backticks = new HashMap<>();

    private int backtickRun;
    private int searchEnd;
    private int paragraphEnd;
    private long delimiterRuns;
    private long openers;
    private long lines;
    private boolean lineIsBlank = true;
    private char behind;

    private Meter(int length) {
      this.searchEnd = length;
      this.paragraphEnd = length;
    }

    private void read(int at, char c) {
      if (c == '`') {
        backtickRun++;
      } else {
        backtickRunBegins(at + 1);
      }
      switch (c) {
        case '\n' -> lineBegins(at);
        case '\r' -> {
          if (behind != '\n') {
            lineBegins(at);
          }
        }
        case ' ', '\t' -> {}
        default -> {
          lineIsBlank = false;
          mark(at, c);
        }
      }
      behind = c;
    }

    private void mark(int at, char c) {
      switch (c) {
        case '>' -> searchEnd = at;
        case '<' -> searched += searchEnd - at;
        case '*', '_', '~' -> {
          delimiterRuns += c == behind ? 0 : 1;
          openers++;
        }
        case '[', ']' -> brackets++;
        case '!' -> openers += behind == '[' ? 1 : 0;
        default -> {}
      }
    }

    private void backtickRunBegins(int at) {
      if (backtickRun > 0) {
        Integer closing = backticks.put(backtickRun, at);
        quoted += (closing == null ? paragraphEnd : closing) - at;
        backtickRun = 0;
      }
    }

    private void lineBegins(int at) {
      if (lineIsBlank) {
        paragraphBegins(at);
      }
      lines++;
      lineIsBlank = true;
    }

    /** A blank line ends every paragraph, and with it all searches and all nesting of inlines. */
    private void paragraphBegins(int at) {
      backtickRunBegins(at);
      backticks.clear();
      paragraphEnd = at;
      searchEnd = at;
      compared += delimiterRuns * delimiterRuns;
      gathered += lines * lines;
      nested = Math.max(nested, openers);
      delimiterRuns = 0;
      openers = 0;
      lines = 0;
    }
  }
}
