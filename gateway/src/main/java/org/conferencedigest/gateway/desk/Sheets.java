package org.conferencedigest.gateway.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Programme.Choice;
import org.conferencedigest.web.desk.Sheet;
import org.jspecify.annotations.Nullable;

/** Lays notes on the desk. */
final class Sheets {

  private Sheets() {}

  /** A note that is stored. */
  static Sheet of(Conference conference, Note note, @Nullable String etag) {
    return sheet(
        conference,
        note,
        Objects.requireNonNullElse(note.slug(), ""),
        Objects.requireNonNullElse(note.state(), "draft"),
        etag,
        Objects.requireNonNullElse(note.author(), ""));
  }

  /** A note that is not stored yet. */
  static Sheet fresh(Conference conference, Note note, String slug, Caller caller) {
    return sheet(conference, note, slug, "new", null, caller.subject());
  }

  private static Sheet sheet(
      Conference conference,
      Note note,
      String slug,
      String state,
      @Nullable String etag,
      String author) {
    Note.Review review = note.reviewed();
    return new Sheet(
        slug,
        state,
        etag,
        author,
        note.title(),
        or(note.date()),
        or(note.body()),
        note.covered(),
        or(review.verdict()),
        or(review.entry()),
        or(review.recommendation()),
        or(review.section()),
        number(review.position()),
        number(review.rank()),
        sections(conference),
        state.equals("published")
            ? conference.place().digest() + "/notes/" + Place.segment(slug)
            : null);
  }

  /** What a note may name to stand there. */
  private static List<Choice> sections(Conference conference) {
    List<Choice> sections = new ArrayList<>();
    if (conference.outline() != null) {
      for (Slot slot : Outline.parse(conference.outline()).slots()) {
        if (slot instanceof Slot.Entries entries) {
          sections.add(
              new Choice(
                  entries.section(),
                  entries.date() == null
                      ? "a section of the outline"
                      : Days.weekday(entries.date())));
        }
      }
    } else if (conference.startDate() != null && conference.endDate() != null) {
      conference
          .startDate()
          .datesUntil(conference.endDate().plusDays(1))
          .limit(31)
          .forEach(day -> sections.add(new Choice(day.toString(), Days.weekday(day))));
    }
    sections.add(new Choice("unlisted", "nowhere in the digest"));
    return sections;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String number(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }
}
