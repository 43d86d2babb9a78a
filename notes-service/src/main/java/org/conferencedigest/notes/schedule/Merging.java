package org.conferencedigest.notes.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.notes.schedule.programme.Told;
import org.conferencedigest.notes.talk.TalkRow;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a talk when a file tells of it: what the file tells otherwise than the one before
 * it. What people changed since, and recordings that were added, stay.
 */
final class Merging {

  private Merging() {}

  /**
   * The talk as it is to be.
   *
   * @param before what the file before it told; null if the talk was written by hand: then what the
   *     file tells holds, and what it does not tell stays
   */
  static TalkRow merge(TalkRow row, @Nullable Told before, Told file) {
    if (before == null) {
      return row.telling(
          file.title(),
          file.kind(),
          either(file.start(), row.startsAt()),
          either(file.minutes(), row.minutes()),
          either(file.room(), row.room()),
          either(file.track(), row.track()),
          either(file.summary(), row.summary()),
          row.cancelled() || file.cancelled(),
          file.speakers().isEmpty() ? row.speakers() : file.speakers(),
          links(row.links(), List.of(), file.links()));
    }
    return row.telling(
        other(row.title(), before.title(), file.title()),
        other(row.kindOfTalk(), before.kind(), file.kind()),
        next(row.startsAt(), before.start(), file.start()),
        next(row.minutes(), before.minutes(), file.minutes()),
        next(row.room(), before.room(), file.room()),
        next(row.track(), before.track(), file.track()),
        next(row.summary(), before.summary(), file.summary()),
        other(row.cancelled(), before.cancelled(), file.cancelled()),
        other(row.speakers(), before.speakers(), file.speakers()),
        links(row.links(), before.links(), file.links()));
  }

  /** What differs between two states of a talk, in words. */
  static List<String> differences(TalkRow before, TalkRow after) {
    List<String> words = new ArrayList<>();
    add(words, "title", before.title(), after.title());
    add(words, "kind", before.kind(), after.kind());
    add(words, "start", before.startsAt(), after.startsAt());
    add(words, "minutes", before.minutes(), after.minutes());
    add(words, "room", before.room(), after.room());
    add(words, "track", before.track(), after.track());
    add(words, "abstract", before.summary(), after.summary());
    add(words, "cancelled", before.cancelled(), after.cancelled());
    add(words, "speakers", before.speakers(), after.speakers());
    add(words, "links", before.links(), after.links());
    return words;
  }

  private static void add(
      List<String> words, String word, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      words.add(word);
    }
  }

  private static <T> @Nullable T next(@Nullable T stored, @Nullable T before, @Nullable T file) {
    return Objects.equals(before, file) ? stored : file;
  }

  /** The same, of what is never missing. */
  private static <T> T other(T stored, T before, T file) {
    return before.equals(file) ? stored : file;
  }

  private static <T> @Nullable T either(@Nullable T file, @Nullable T stored) {
    return file == null ? stored : file;
  }

  /** Links come and go one by one: those of the file before go with it, all others stay. */
  private static List<TalkLink> links(
      List<TalkLink> stored, List<TalkLink> before, List<TalkLink> file) {
    if (before.equals(file)) {
      return stored;
    }
    List<TalkLink> links = new ArrayList<>(file);
    stored.stream()
        .filter(link -> !before.contains(link) && !file.contains(link))
        .forEach(links::add);
    // Those of the file that somebody took away stay away.
    links.removeIf(link -> before.contains(link) && !stored.contains(link));
    return links;
  }
}
