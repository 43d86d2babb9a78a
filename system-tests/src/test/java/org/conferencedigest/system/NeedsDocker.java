package org.conferencedigest.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs in containers, where {@code DIGEST_DOCKER=yes} says that there is an engine to run them: the
 * launcher looks for one. One such class runs at a time, beside those that need no containers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("docker")
@ExtendWith(NeedsDocker.Condition.class)
@interface NeedsDocker {

  /** Whether an engine is there. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return "yes".equals(System.getenv("DIGEST_DOCKER"))
          ? ConditionEvaluationResult.enabled("there is a Docker engine")
          : ConditionEvaluationResult.disabled(
              "no Docker engine for the system in containers (DIGEST_DOCKER=yes says there is)");
    }
  }
}
