package org.conferencedigest.embedded.command;

/** A form in which a digest can be fetched, and its address below the conference's. */
enum Format {
  HUGO("digest.hugo.md"),
  MD("digest.md"),
  HTML("digest.html"),
  JSON("digest.json"),
  ATOM("digest.atom"),
  ZIP("hugo.zip");

  private final String path;

  Format(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }
}
