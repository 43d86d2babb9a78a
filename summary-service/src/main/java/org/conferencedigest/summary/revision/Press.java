package org.conferencedigest.summary.revision;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.render.PublicSite;
import org.conferencedigest.summary.render.Rendered;
import org.conferencedigest.summary.render.Renderings;
import org.conferencedigest.summary.revision.Edition.Digest;
import org.conferencedigest.summary.state.Head;
import org.conferencedigest.summary.state.Snapshot;
import org.jspecify.annotations.Nullable;

/** Writes editions: the document of a snapshot, in every format. */
@Singleton
final class Press {

  private final PublicSite site;
  private final Timer renders;

  Press(Site site, MeterRegistry metrics) {
    this.site = site.toPublicSite();
    this.renders =
        Timer.builder("digest.render")
            .description("Time to write a digest in every format after a change")
            .register(metrics);
  }

  /**
   * The edition of a snapshot.
   *
   * @param before an earlier edition of the same conference, which makes it cheaper; the bytes are
   *     the same with any
   */
  Edition print(Head head, Snapshot snapshot, @Nullable Edition before) {
    return new Edition(
        head,
        snapshot,
        snapshot.visible().map(state -> renders.record(() -> write(state, before))).orElse(null));
  }

  private Digest write(ConferenceState state, @Nullable Edition before) {
    Digest previous = before == null ? null : before.digest();
    DigestDocument document =
        previous == null ? DigestDocument.of(state) : DigestDocument.of(state, previous.document());
    Map<Format, Rendered> renderings = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      renderings.put(format, Renderings.render(document, format, site));
    }
    return new Digest(document, renderings);
  }
}
