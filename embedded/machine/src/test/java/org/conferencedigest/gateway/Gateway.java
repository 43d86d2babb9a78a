package org.conferencedigest.gateway;

import java.io.IOException;
import org.conferencedigest.embedded.StandIn;

/** Stands in for the real main class of this name. */
public final class Gateway {

  private Gateway() {}

  public static void main(String[] arguments) throws IOException {
    StandIn.serve();
  }
}
