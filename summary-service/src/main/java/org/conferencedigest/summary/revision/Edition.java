package org.conferencedigest.summary.revision;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.render.Rendered;
import org.conferencedigest.summary.state.Head;
import org.conferencedigest.summary.state.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A conference's digest as it was written at one state version, ready to be read.
 *
 * @param digest null if there is no conference to write one for
 */
public record Edition(Head head, Snapshot snapshot, @Nullable Digest digest) {

  /**
   * A digest in every format.
   *
   * @param renderings one for each format
   */
  public record Digest(DigestDocument document, Map<Format, Rendered> renderings) {

    public Digest {
      renderings = new EnumMap<>(renderings);
    }

    /** The digest in one format. */
    public Rendered in(Format format) {
      Rendered rendered = renderings.get(format);
      if (rendered == null) {
        throw new IllegalStateException("no rendering for " + format);
      }
      return rendered;
    }

    Map<String, String> etags() {
      Map<String, String> etags = new LinkedHashMap<>();
      renderings.forEach((format, rendered) -> etags.put(format.suffix(), rendered.etag()));
      return etags;
    }

    long bytes() {
      return renderings.values().stream().mapToLong(Rendered::length).sum();
    }
  }

  /** The same edition under another head: its revision became known, or its number did. */
  Edition under(Head newHead) {
    return new Edition(newHead, snapshot, digest);
  }

  /** The tags of its formats; empty if there is no digest. */
  Map<String, String> etags() {
    return digest == null ? Map.of() : digest.etags();
  }

  /** The digest, if there is one. */
  public Optional<Digest> written() {
    return Optional.ofNullable(digest);
  }
}
