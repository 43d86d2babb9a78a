package org.conferencedigest.notes.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Slug;
import org.conferencedigest.notes.note.NoteState;
import org.conferencedigest.notes.recognition.SeenTalk;
import org.conferencedigest.notes.recognition.TalkReader;
import org.jspecify.annotations.Nullable;

/** Tells which note a talk of a post is: one that is there, or one that was seen before in it. */
final class KnownNotes {

  private final Set<String> published = new HashSet<>();
  private final Set<String> drafts = new HashSet<>();
  private final Slugs taken;
  private final Map<String, String> byTitle = new HashMap<>();
  private final Map<String, String> byTalk = new HashMap<>();
  private final Map<String, String> byRecording = new HashMap<>();

  /**
   * @param taken names that no new note can have
   */
  KnownNotes(Set<String> taken) {
    this.taken = new Slugs(taken);
    this.taken.take(Review.UNLISTED);
  }

  /**
   * One that is there.
   *
   * @param talks the titles of the talks it covers
   */
  void add(String slug, NoteState state, String title, List<String> talks) {
    (state == NoteState.PUBLISHED ? published : drafts).add(slug);
    taken.take(slug);
    byTitle.putIfAbsent(TalkReader.key(title), slug);
    // A page about several talks is none of them.
    if (talks.size() == 1) {
      byTalk.putIfAbsent(TalkReader.key(talks.getFirst()), slug);
    }
  }

  Set<String> published() {
    return published;
  }

  /** Those that links can lead to, now or once they are published. */
  Set<String> linkable() {
    Set<String> linkable = new HashSet<>(published);
    linkable.addAll(drafts);
    return linkable;
  }

  boolean isDraft(String slug) {
    return drafts.contains(slug);
  }

  /** The note of a talk, if it is known. */
  Optional<String> find(SeenTalk talk) {
    String key = TalkReader.key(talk.title());
    String named = Slug.from(talk.title());
    @Nullable String slug = byTitle.get(key);
    if (slug == null) {
      slug = byTalk.get(key);
    }
    if (slug == null && (published.contains(named) || drafts.contains(named))) {
      slug = named;
    }
    String recording = talk.recording();
    if (slug == null && recording != null) {
      slug = byRecording.get(recording);
    }
    return Optional.ofNullable(slug);
  }

  /** The note of that title. */
  Optional<String> titled(String title) {
    return Optional.ofNullable(byTitle.get(TalkReader.key(title)));
  }

  /** The note of a talk, known or new. */
  String findOrName(SeenTalk talk) {
    return find(talk)
        .orElseGet(
            () -> {
              String slug = taken.unique(Slug.from(talk.title()));
              byTitle.put(TalkReader.key(talk.title()), slug);
              String recording = talk.recording();
              if (recording != null) {
                byRecording.putIfAbsent(recording, slug);
              }
              return slug;
            });
  }

  /** One more title by which a note is known in its post. */
  void alias(String title, String slug) {
    byTitle.putIfAbsent(TalkReader.key(title), slug);
  }
}
