package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.conferencedigest.events.Talk;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.web.Companion;
import org.jspecify.annotations.Nullable;

/** Which notes of a digest are about the same talk. */
final class Companions {

  private final Map<String, List<DigestNote>> byTalk = new HashMap<>();
  private final boolean byMany;

  Companions(DigestDocument document) {
    Set<String> authors = new HashSet<>();
    for (DigestNote note : document.notes()) {
      authors.add(note.source().author());
      for (Talk talk : note.source().talks()) {
        byTalk.computeIfAbsent(talk.slug(), slug -> new ArrayList<>(1)).add(note);
      }
    }
    this.byMany = authors.size() > 1;
  }

  /** Whether the notes are by more than one author. */
  boolean areByMany() {
    return byMany;
  }

  /** Whether two notes are about the same talk. */
  static boolean share(DigestNote one, DigestNote other) {
    return one.source().talks().stream()
        .anyMatch(
            talk -> other.source().talks().stream().anyMatch(t -> t.slug().equals(talk.slug())));
  }

  /** The other notes on any talk of a note, by time. */
  List<DigestNote> of(DigestNote note) {
    Set<DigestNote> others = new LinkedHashSet<>();
    for (Talk talk : note.source().talks()) {
      others.addAll(byTalk.getOrDefault(talk.slug(), List.of()));
    }
    others.remove(note);
    return List.copyOf(others);
  }

  /** The other notes on one talk of a note, by time. */
  List<DigestNote> on(Talk talk, DigestNote note) {
    return byTalk.getOrDefault(talk.slug(), List.of()).stream()
        .filter(other -> other != note)
        .toList();
  }

  /**
   * A note, as another one on the same talk names it.
   *
   * @param html what it says; null where that stands beside it
   */
  static Companion companion(
      DigestNote note, WebLinks links, Function<DigestNote, @Nullable String> html) {
    return new Companion(
        note.source().title(),
        links.note(note.slug()),
        note.source().author(),
        Page.author(note.source().author()),
        Page.badge(note.review().verdict()),
        html.apply(note));
  }
}
