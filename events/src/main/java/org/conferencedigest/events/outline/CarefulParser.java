package org.conferencedigest.events.outline;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A CommonMark parser for texts of strangers: it takes about a second per megabyte at the most, and
 * never fails.
 */
public final class CarefulParser {

  /**
   * How deep blocks nest; markers beyond it are text. Each line costs as much as blocks are open.
   */
  private static final int DEEPEST_BLOCKS = 64;

  /** Reserved, not used: the parser's recursion takes well under 1 KB a level. */
  private static final long DEEP_STACK = 128L << 20;

  private final Parser parser;

  public CarefulParser(Parser.Builder builder) {
    this.parser = builder.maxOpenBlockParsers(DEEPEST_BLOCKS).build();
  }

  /**
   * The document of a text. Its inlines may nest tens of thousands of levels deep: walk it without
   * recursion, or measure it first.
   *
   * @return null if the text was made to stall a parser, or if the parser fails on it
   */
  public @Nullable Node parse(String markdown) {
    ParsingCost cost = ParsingCost.of(markdown);
    if (!cost.isBearable()) {
      return null;
    }
    try {
      return cost.mayBeDeep() ? parseOnDeepStack(markdown) : parser.parse(markdown);
    } catch (RuntimeException | StackOverflowError unforeseen) {
      // No text is worth an error: what the library did not think of is a text without structure.
      return null;
    }
  }

  private Node parseOnDeepStack(String markdown) {
    FutureTask<Node> task = new FutureTask<>(() -> parser.parse(markdown));
    Thread thread = new Thread(null, task, "deep-parser", DEEP_STACK);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          // The parser soon ends; who interrupted us is heard then.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a text could not be parsed", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
