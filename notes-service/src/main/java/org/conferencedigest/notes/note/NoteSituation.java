package org.conferencedigest.notes.note;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conferencedigest.events.Talk;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.talk.TalkRow;

/**
 * What the writer of a note finds.
 *
 * @param row the note's row, locked; retracted or not
 * @param notes how many notes the conference has, if there is no row yet; else 0
 * @param talks the talks that the note covers, or is to cover, and that are there
 */
record NoteSituation(
    Conference conference, Optional<Note> row, long notes, Map<String, Talk> talks) {

  static NoteSituation of(
      Conference conference, Optional<Note> row, long notes, List<TalkRow> talks) {
    return new NoteSituation(
        conference,
        row,
        notes,
        talks.stream()
            .map(TalkRow::talk)
            .collect(Collectors.toMap(Talk::slug, Function.identity())));
  }

  /** The note, if it is drafted or published. */
  Optional<Note> present() {
    return row.filter(note -> !note.isRetracted());
  }

  /** The talks of these slugs that are there, in that order. */
  List<Talk> covered(List<String> slugs) {
    return slugs.stream().map(talks::get).filter(Objects::nonNull).toList();
  }
}
