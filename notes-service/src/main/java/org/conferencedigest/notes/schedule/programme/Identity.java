package org.conferencedigest.notes.schedule.programme;

import org.jspecify.annotations.Nullable;

/**
 * By what the conference's system knows a talk; each may be missing.
 *
 * @param guid unique in the world: a GUID, a {@code UID}
 * @param id unique in the system
 * @param code unique in the system, for people
 * @param slug as it stands in the system's addresses
 */
public record Identity(
    @Nullable String guid, @Nullable String id, @Nullable String code, @Nullable String slug) {

  public static final Identity NONE = new Identity(null, null, null, null);

  /** Whether there is nothing to know it by but its words. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** The same without what turned out not to tell talks apart. */
  public Identity without(boolean guidIsShared, boolean idIsShared, boolean codeIsShared) {
    return new Identity(
        guidIsShared ? null : guid, idIsShared ? null : id, codeIsShared ? null : code, slug);
  }

  Identity withoutSlug() {
    return new Identity(guid, id, code, null);
  }
}
