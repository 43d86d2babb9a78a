package org.conferencedigest.summary.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.Section;
import org.conferencedigest.summary.lint.Warning;
import org.jspecify.annotations.Nullable;

/**
 * A digest that is not, but would be.
 *
 * @param html the page it would be
 * @param places what would stand where, in the order of the page
 * @param warnings what an author may have meant otherwise
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ProposedDigest")
record ProposedDigest(String html, List<Place> places, List<Warning> warnings) {

  /**
   * A slot with its notes.
   *
   * @param kind {@code tier}, {@code entries} or {@code entry}
   * @param title of the heading it stands under; null: it stands under none
   * @param verdict of a tier
   * @param section of entries: what a review names to stand here
   * @param date of entries: the day whose notes stand here
   * @param notes the slugs, in order
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Place")
  record Place(
      String kind,
      @Nullable String title,
      @Nullable Verdict verdict,
      @Nullable String section,
      @Nullable LocalDate date,
      List<String> notes) {}

  static ProposedDigest of(DigestDocument document, String html, List<Warning> warnings) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < document.slots().size(); i++) {
      DigestDocument.Filled filled = document.slots().get(i);
      List<String> notes = filled.notes().stream().map(DigestNote::slug).toList();
      String title = title(document, i);
      switch (filled.slot()) {
        case Slot.Tier tier ->
            places.add(new Place("tier", title, tier.verdict(), null, null, notes));
        case Slot.Entries entries ->
            places.add(new Place("entries", title, null, entries.section(), entries.date(), notes));
        case Slot.Entry entry -> places.add(new Place("entry", title, null, null, null, notes));
        // Those that vanish or were filled with others: nothing stands there.
        case Slot.Tiers tiers -> {}
        case Slot.Days days -> {}
        case Slot.Summary summary -> {}
      }
    }
    return new ProposedDigest(html, places, warnings);
  }

  /** The innermost heading above a slot. */
  private static @Nullable String title(DigestDocument document, int slot) {
    String title = null;
    for (Section section : document.sections()) {
      if (section.slots().contains(slot)) {
        title = section.title();
      }
    }
    return title;
  }
}
