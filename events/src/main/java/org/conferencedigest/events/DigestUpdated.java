package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A digest has a new revision.
 *
 * @param revision grows by one with each visible change of this conference's digest
 * @param deleted whether the conference is gone; then {@code etags} is empty
 * @param changes what a reader sees change, at most {@link #MOST_CHANGES}
 * @param truncated whether there were more changes than {@code changes} lists
 * @param etags the strong entity tag of each format, unquoted, by the format's name ({@code html},
 *     {@code md}, {@code hugo.md}, {@code json} and so on)
 * @param applied the versions that this revision was made by, by entity, at most {@link
 *     #MOST_CHANGES}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DigestUpdated(
    String conference,
    long revision,
    boolean deleted,
    Instant at,
    List<DigestChange> changes,
    boolean truncated,
    Map<String, String> etags,
    Map<String, Long> applied) {

  /** How many changes one event lists at the most. */
  public static final int MOST_CHANGES = 1_000;

  public DigestUpdated {
    Required.slug("conference", conference);
    Required.present("at", at);
    Required.present("changes", changes);
    Required.present("etags", etags);
    Required.present("applied", applied);
    changes = List.copyOf(changes);
    etags = Map.copyOf(etags);
    applied = Map.copyOf(applied);
  }
}
