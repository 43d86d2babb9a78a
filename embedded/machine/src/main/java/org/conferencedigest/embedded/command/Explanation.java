package org.conferencedigest.embedded.command;

import java.io.IOException;
import java.io.PrintWriter;
import org.conferencedigest.embedded.StartException;
import org.conferencedigest.embedded.client.ApiException;
import org.conferencedigest.embedded.client.UnknownContentException;
import org.conferencedigest.embedded.data.FolderInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command could not do into words on the standard error, and an exit code. */
final class Explanation implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter error = command.getErr();
    error.println(failure.getMessage());
    return switch (failure) {
      case MisuseException _, FolderInUseException _, UnknownContentException _ -> ExitCode.MISUSED;
      case ApiException refused ->
          refused.isUnreachable() ? ExitCode.UNREACHABLE : ExitCode.REFUSED;
      case StartException _, IOException _ -> ExitCode.FAILED;
      default -> {
        failure.printStackTrace(error);
        yield ExitCode.FAILED;
      }
    };
  }
}
