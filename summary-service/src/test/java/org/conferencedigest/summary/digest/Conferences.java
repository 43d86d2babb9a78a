package org.conferencedigest.summary.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/** Made-up conferences for tests. */
public final class Conferences {

  public static final String SLUG = "pebble-2031";

  private Conferences() {}

  /** A conference with an outline of its own or, with null, the default one. */
  public static ConferenceContent content(@Nullable String outline) {
    return new ConferenceContent(
        "PebbleConf 2031",
        LocalDate.of(2031, 5, 7),
        LocalDate.of(2031, 5, 9),
        "Europe/Lisbon",
        "https://pebble.example.org/2031",
        outline,
        new DigestSettings(
            "What we saw at PebbleConf",
            "Three days of small stones.",
            "+++\ntitle = \"What we saw at PebbleConf\"\n+++\n",
            "pebble/2031",
            "summary.md"));
  }

  public static ConferenceState state(@Nullable String outline, Map<String, ReviewedNote> notes) {
    return new ConferenceState(SLUG, content(outline), notes);
  }

  /** A conference with a post of this front matter and name. */
  public static ConferenceState written(
      String frontMatter, String fileName, Map<String, ReviewedNote> notes) {
    return new ConferenceState(
        SLUG,
        new ConferenceContent(
            "PebbleConf",
            null,
            LocalDate.of(2031, 5, 9),
            "UTC",
            null,
            null,
            new DigestSettings("What we saw", null, frontMatter, "pebble", fileName)),
        notes);
  }

  /** Another state in which one note is another. */
  public static ConferenceState with(ConferenceState state, String slug, ReviewedNote note) {
    Map<String, ReviewedNote> notes = new LinkedHashMap<>(state.published());
    notes.put(slug, note);
    return new ConferenceState(state.conference(), state.content(), notes);
  }

  public static ConferenceState without(ConferenceState state, String slug) {
    Map<String, ReviewedNote> notes = new LinkedHashMap<>(state.published());
    notes.remove(slug);
    return new ConferenceState(state.conference(), state.content(), notes);
  }

  public static ConferenceState withOutline(ConferenceState state, @Nullable String outline) {
    return new ConferenceState(state.conference(), content(outline), state.published());
  }

  public static ReviewedNote note(String title, String date, String body, Review review) {
    return new ReviewedNote(
        "ines",
        title,
        date,
        "+++\ntitle = \"" + title + "\"\n+++\n",
        body,
        review,
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  public static ReviewedNote note(String title, String date, @Nullable String entry) {
    return note(title, date, "\nAbout " + title + ".\n", entry(entry));
  }

  public static Review entry(@Nullable String entry) {
    return new Review(null, entry, null, null, null, null);
  }

  public static ReviewedNote reviewed(ReviewedNote note, UnaryOperator<Review> change) {
    return new ReviewedNote(
        note.author(),
        note.title(),
        note.date(),
        note.frontMatter(),
        note.body(),
        change.apply(note.review()),
        note.talks(),
        note.publishedAt(),
        note.updatedAt());
  }

  public static ReviewedNote withTalks(ReviewedNote note, Talk... talks) {
    return new ReviewedNote(
        note.author(),
        note.title(),
        note.date(),
        note.frontMatter(),
        note.body(),
        note.review(),
        List.of(talks),
        note.publishedAt(),
        note.updatedAt());
  }

  public static Talk talk(String title, Speaker... speakers) {
    return new Talk(
        "a-talk",
        title,
        TalkKind.TALK,
        LocalDateTime.of(2031, 5, 7, 10, 0),
        30,
        "Room 1",
        null,
        null,
        false,
        List.of(speakers),
        List.of(new TalkLink(LinkKind.RECORDING, "https://video.example.org/1", null)));
  }

  public static Speaker speaker(String name, @Nullable String affiliation) {
    return new Speaker(name, null, affiliation, null, null);
  }

  /** Seven notes of three days, two of them recommended, with links between them. */
  public static Map<String, ReviewedNote> someNotes() {
    Map<String, ReviewedNote> notes = new LinkedHashMap<>();
    notes.put(
        "opening",
        withTalks(
            note("Opening: why pebbles", "2031-05-07T09:00:00", null),
            talk("Opening", speaker("Ada Moss", "Quarry"), speaker("Bo Flint", "Quarry"))));
    notes.put(
        "sorting",
        note(
            "Sorting stones",
            "2031-05-07T11:00:00",
            "\nBody.\n",
            new Review(
                Verdict.BEST,
                "We liked [Sorting stones](note:sorting), after the [opening](note:opening).",
                "[Sorting stones](note:sorting), for the demo alone",
                null,
                1,
                1)));
    notes.put(
        "skipping",
        note(
            "Skipping stones",
            "2031-05-08",
            "\n<!--more-->\n\nIt *skips*. See {{< ref \"pebble/2031/sorting.md\" >}}.\n",
            new Review(Verdict.WORTH_WATCHING, null, null, null, null, null)));
    notes.put("walls", note("Dry walls", "2031-05-08T22:30:00Z", "Walls, [drawn](note:plans)."));
    notes.put(
        "plans",
        note(
            "Plans",
            "2031-05-09T08:00:00",
            "\nSee [walls]({{< ref \"pebble/2031/walls.md#top\" >}}) and [old]({{< ref \"rock/x.md\" >}}).\n",
            entry("Plans, as in the [draft](note:not-yet) of ours.")));
    notes.put("aside", note("Aside", "2031-05-09", "\nQuiet.\n", section("unlisted")));
    notes.put("closing", note("Closing", "2031-05-09T18:00:00+01:00", "Closing words."));
    return notes;
  }

  public static Review section(String section) {
    return new Review(null, null, null, section, null, null);
  }
}
