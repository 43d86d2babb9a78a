package org.conferencedigest.notes.importing;

import org.conferencedigest.events.outline.PageName;

/**
 * A page of a blog's folder.
 *
 * @param name its file name, with its ending
 */
record ContentFile(String name, String text) {

  /** Its name without its ending. */
  String stem() {
    return PageName.stem(name);
  }
}
