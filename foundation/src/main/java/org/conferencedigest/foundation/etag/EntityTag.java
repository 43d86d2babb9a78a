package org.conferencedigest.foundation.etag;

/**
 * An entity tag (RFC 9110, section 8.8.3).
 *
 * @param opaque what stands between the quotes
 */
public record EntityTag(String opaque, boolean weak) {

  public EntityTag {
    for (int i = 0; i < opaque.length(); i++) {
      char c = opaque.charAt(i);
      // etagc = %x21 / %x23-7E / obs-text
      if (c < 0x21 || c == '"' || c == 0x7f || c > 0xff) {
        throw new IllegalArgumentException("not an entity tag");
      }
    }
  }

  /** The strong tag of exactly these bytes, {@code "opaque"}. */
  public static EntityTag strong(String opaque) {
    return new EntityTag(opaque, false);
  }

  /** The strong tag of a numbered revision. */
  public static EntityTag strong(long revision) {
    return strong(Long.toString(revision));
  }

  /** Both strong and the same characters (section 8.8.3.2). */
  boolean matchesStrongly(EntityTag other) {
    return !weak && !other.weak && opaque.equals(other.opaque);
  }

  /** The same characters, be they weak or strong (section 8.8.3.2). */
  boolean matchesWeakly(EntityTag other) {
    return opaque.equals(other.opaque);
  }

  /** The tag as it stands in a header. */
  @Override
  public String toString() {
    return (weak ? "W/\"" : "\"") + opaque + '"';
  }
}
