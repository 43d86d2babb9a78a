package org.conferencedigest.notes.note;

import java.util.List;
import org.conferencedigest.foundation.etag.EntityTag;

/** The entity tags of a note: one for each of its representations, since their bytes differ. */
final class NoteTags {

  private NoteTags() {}

  static EntityTag of(Note note, Representation representation) {
    return switch (representation) {
      case JSON -> EntityTag.strong(note.revision());
      case MARKDOWN -> EntityTag.strong(note.revision() + ".md");
    };
  }

  /** Those that a write's conditions may name. */
  static List<EntityTag> of(Note note) {
    return List.of(of(note, Representation.JSON), of(note, Representation.MARKDOWN));
  }
}
