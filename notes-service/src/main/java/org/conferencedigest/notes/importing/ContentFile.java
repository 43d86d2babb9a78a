package org.conferencedigest.notes.importing;

/**
 * A page of a blog's folder.
 *
 * @param name its file name, with {@code .md}
 */
record ContentFile(String name, String text) {

  /** Its name without {@code .md}. */
  String stem() {
    return name.substring(0, name.length() - ".md".length());
  }
}
