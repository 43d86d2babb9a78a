package org.conferencedigest.summary.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Talk;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;

/** Talks that readers cannot watch. */
final class Programme {

  private Programme() {}

  static List<Warning> warnings(DigestDocument document) {
    Map<String, Warning> byTalk = new LinkedHashMap<>();
    for (DigestNote note : document.notes()) {
      for (Talk talk : note.source().talks()) {
        if (!talk.cancelled() && !hasRecording(talk)) {
          byTalk.putIfAbsent(
              talk.slug(),
              Warning.about(
                  "talks/" + talk.slug(),
                  "talk-without-recording",
                  Severity.WARNING,
                  "“%s” has no link to a recording. Add one to the talk, or import the conference's list of recordings."
                      .formatted(talk.title())));
        }
      }
    }
    return List.copyOf(byTalk.values());
  }

  private static boolean hasRecording(Talk talk) {
    return talk.links() != null
        && talk.links().stream().anyMatch(link -> link.kind() == LinkKind.RECORDING);
  }
}
