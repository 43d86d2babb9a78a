package org.conferencedigest.summary;

import java.io.IOException;
import org.conferencedigest.embedded.StandIn;

/** Stands in for the real main class of this name. */
public final class SummaryService {

  private SummaryService() {}

  public static void main(String[] arguments) throws IOException {
    StandIn.serve();
  }
}
