package org.conferencedigest.system;

/** A process of the running system. */
enum Part {
  NOTES_SERVICE("org.conferencedigest.notes.NotesService"),
  SUMMARY_SERVICE("org.conferencedigest.summary.SummaryService"),
  GATEWAY("org.conferencedigest.gateway.Gateway"),
  KAFKA("org.conferencedigest.embedded.broker.Broker"),
  POSTGRES("postgres");

  private final String inCommandLine;

  Part(String inCommandLine) {
    this.inCommandLine = inCommandLine;
  }

  /** Whether that process is this part. */
  boolean is(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains(inCommandLine)).isPresent();
  }
}
