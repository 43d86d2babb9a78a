package org.conferencedigest.system;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Knows when the classes that need a browser are over.
 *
 * <p>Chromium gives up each connection that is just being made when an address of the machine comes
 * or goes (ERR_NETWORK_CHANGED), loopback or not. Containers that start and stop, and networks that
 * are cut, bring many: so they wait.
 */
public final class BrowserClasses implements TestExecutionListener {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Set<String> LEFT = ConcurrentHashMap.newKeySet();
  private static final CountDownLatch OVER = new CountDownLatch(1);

  /** Returns when no class is left that needs a browser; at once where none is to run. */
  static void awaitEnd() {
    try {
      if (!OVER.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("after %s there are still %s".formatted(LONGEST, LEFT));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    for (TestIdentifier engine : plan.getRoots()) {
      for (TestIdentifier each : plan.getDescendants(engine)) {
        if (each.getSource().orElse(null) instanceof ClassSource source
            && source.getJavaClass().isAnnotationPresent(NeedsBrowser.class)) {
          LEFT.add(each.getUniqueId());
        }
      }
    }
    openIfNoneIsLeft();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    over(test);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    over(test);
  }

  private static void over(TestIdentifier test) {
    if (LEFT.remove(test.getUniqueId())) {
      openIfNoneIsLeft();
    }
  }

  private static void openIfNoneIsLeft() {
    if (LEFT.isEmpty()) {
      OVER.countDown();
    }
  }
}
