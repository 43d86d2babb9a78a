package org.conferencedigest.summary.digest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.events.outline.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A conference's digest in memory: its outline with the slots filled, and the notes it is about.
 * Every format is a rendering of this one object.
 *
 * <p>It is a function of the conference's state and nothing else: equal states give documents that
 * render to the same bytes, whatever documents came before. Immutable; parts that did not change
 * are shared with the document it was made after.
 */
public final class DigestDocument {

  private final ConferenceState state;
  private final Links links;
  private final Map<String, DigestNote> notes;
  private final List<DigestNote> byTime;
  private final Frame frame;
  private final List<Filled> slots;

  private DigestDocument(
      ConferenceState state,
      Links links,
      Map<String, DigestNote> notes,
      List<DigestNote> byTime,
      Frame frame,
      List<Filled> slots) {
    this.state = state;
    this.links = links;
    this.notes = notes;
    this.byTime = byTime;
    this.frame = frame;
    this.slots = slots;
  }

  /**
   * A slot of the outline and what stands in it.
   *
   * @param slot a tier, entries, or a single entry; another only if nothing stands in it
   */
  public record Filled(Slot slot, List<DigestNote> notes) {
    public Filled {
      notes = List.copyOf(notes);
    }
  }

  /** The document of a state. */
  public static DigestDocument of(ConferenceState state) {
    return make(state, null);
  }

  /**
   * The same document, made faster: what did not change since another document of the conference is
   * taken from there, with all that was rendered of it.
   */
  public static DigestDocument of(ConferenceState state, DigestDocument previous) {
    return make(state, previous);
  }

  private static DigestDocument make(ConferenceState state, @Nullable DigestDocument previous) {
    ConferenceContent content = state.content();
    Links links = new Links(state.published().keySet(), content.digest());
    ZoneId zone = NoteTime.zone(content.timeZone());
    Map<String, DigestNote> notes = new TreeMap<>();
    state
        .published()
        .forEach(
            (slug, note) -> {
              DigestNote before = previous == null ? null : previous.notes.get(slug);
              notes.put(
                  slug,
                  before == null
                      ? DigestNote.of(slug, note, zone, links)
                      : before.with(note, zone, links));
            });
    Placement.Placed placed = Placement.place(content, notes.values());
    List<Boolean> empty = placed.notes().stream().map(List::isEmpty).toList();
    Frame frame =
        previous == null
            ? Frame.of(placed.outline(), empty, links)
            : previous.frame.with(placed.outline(), empty, links);
    List<Slot> slots = placed.outline().slots();
    List<Filled> filled = new ArrayList<>(slots.size());
    for (int i = 0; i < slots.size(); i++) {
      filled.add(new Filled(slots.get(i), placed.notes().get(i)));
    }
    List<DigestNote> byTime = notes.values().stream().sorted(DigestNote.BY_TIME).toList();
    return new DigestDocument(state, links, notes, byTime, frame, List.copyOf(filled));
  }

  /** What it was made of. */
  public ConferenceState state() {
    return state;
  }

  /** The conference's slug. */
  public String conference() {
    return state.conference();
  }

  public ConferenceContent content() {
    return state.content();
  }

  public DigestSettings settings() {
    return state.content().digest();
  }

  /** The published notes, by time. */
  public List<DigestNote> notes() {
    return byTime;
  }

  /** A published note. */
  public Optional<DigestNote> note(String slug) {
    return Optional.ofNullable(notes.get(slug));
  }

  /** The text of a published note's page. */
  public DigestText body(DigestNote note) {
    return note.body(links);
  }

  /** Any text as it would read in this digest. */
  public DigestText text(String markdown) {
    return DigestText.of(markdown, links);
  }

  /** The prose around the slots. */
  public Frame frame() {
    return frame;
  }

  /** The slots of the frame, in order, each with what stands in it. */
  public List<Filled> slots() {
    return slots;
  }

  /** The parts under headings, in order. */
  public List<Section> sections() {
    return frame.sections();
  }

  /**
   * What a reader sees change from another document of the conference to this one: prose and
   * settings first, then notes in the order of this document, last those that are gone. Empty only
   * if all formats are the same bytes.
   */
  public List<DigestChange> changesSince(DigestDocument previous) {
    return Changes.between(previous, this);
  }
}
