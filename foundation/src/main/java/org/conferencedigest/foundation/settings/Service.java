package org.conferencedigest.foundation.settings;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The start of a service. */
public final class Service extends Micronaut {

  /** The exit code of a service that a wrong setting kept from starting. */
  public static final int WRONG_SETTING = 78; // EX_CONFIG of sysexits.h

  private Service() {}

  /**
   * Runs a service until it is told to stop. A wrong setting ends the process with one sentence on
   * the standard error and {@link #WRONG_SETTING}.
   *
   * @param mainClass the class the process was started with
   */
  public static void launch(Class<?> mainClass, String... arguments) {
    new Service().args(arguments).mainClass(mainClass).banner(false).start();
  }

  @Override
  @SuppressWarnings("SystemOut") // the log may be what is set wrong
  protected void handleStartupException(Environment environment, Throwable exception) {
    Optional<String> sentence = sentence(exception);
    if (sentence.isPresent()) {
      System.err.println(sentence.get());
      System.exit(WRONG_SETTING);
    }
    super.handleStartupException(environment, exception);
  }

  private static Optional<String> sentence(Throwable exception) {
    for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongSettingException wrong) {
        return Optional.ofNullable(wrong.getMessage());
      }
    }
    return Optional.empty();
  }
}
