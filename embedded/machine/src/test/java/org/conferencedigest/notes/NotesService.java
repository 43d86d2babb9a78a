package org.conferencedigest.notes;

import java.io.IOException;
import org.conferencedigest.embedded.StandIn;

/** Stands in for the real main class of this name. */
public final class NotesService {

  private NotesService() {}

  public static void main(String[] arguments) throws IOException {
    StandIn.serve();
  }
}
