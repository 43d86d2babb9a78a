package org.conferencedigest.notes.schedule.programme;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.conferencedigest.events.TalkKind;
import org.jspecify.annotations.Nullable;

/** Tells the kind of a talk by the words that programmes have for it. */
final class Kinds {

  private static final Map<TalkKind, Pattern> TYPES = new EnumMap<>(TalkKind.class);

  static {
    TYPES.put(TalkKind.KEYNOTE, Pattern.compile("key ?notes?|plenar(?:y|ies)"));
    TYPES.put(TalkKind.LIGHTNING, Pattern.compile("lightning.*|ignite|pecha.?kucha"));
    TYPES.put(
        TalkKind.WORKSHOP,
        Pattern.compile("work ?shops?|tutorials?|trainings?|hands[- ]on|certification|sprints?"));
    TYPES.put(
        TalkKind.PANEL, Pattern.compile("panels?|podium.*|round ?tables?|discussions?|debate"));
    TYPES.put(
        TalkKind.OTHER,
        Pattern.compile(
            "other|breaks?|meals?|social|registration|meetings?|meet-?ups?|bofs?|birds.*|games?"
                + "|performance|concert|music|party|keysigning|ceremony|film|logistics|free time"));
  }

  /** Titles of what is no talk, at any conference. */
  private static final Pattern PAUSE =
      Pattern.compile(
          "(?:.*[:–-] ?)?(?:(?:coffee|tea|lunch|morning|afternoon|afternoon/morning|short|comfort"
              + "|dinner|evening|long)[ -]?)?(?:breaks?|breakfast|lunch|brunch|dinner|morning tea"
              + "|afternoon tea|registration(?: open(?:s|ing)?)?|room changeover|free time"
              + "|(?:\\w+ )?changeover|set-?up|doors open|closed)"
              + "(?: \\(.*\\))?",
          Pattern.CASE_INSENSITIVE);

  private Kinds() {}

  /**
   * The kind of an item.
   *
   * @param type what the programme calls it, such as {@code "Workshop (2h)"}
   * @param hasSpeakers an item without type and speakers is no talk
   */
  static TalkKind of(
      @Nullable String type, @Nullable String track, String title, boolean hasSpeakers) {
    if (!hasSpeakers && PAUSE.matcher(title).matches()) {
      return TalkKind.OTHER;
    }
    TalkKind byType = byWord(type);
    if (byType != null) {
      return byType;
    }
    String lower = title.toLowerCase(Locale.ROOT);
    if (lower.startsWith("keynote") || lower.startsWith("opening keynote")) {
      return TalkKind.KEYNOTE;
    }
    if (lower.startsWith("lightning talk")) {
      return TalkKind.LIGHTNING;
    }
    TalkKind byTrack = byWord(track);
    return byTrack == null || byTrack == TalkKind.OTHER ? TalkKind.TALK : byTrack;
  }

  /** By the word that a type begins with: what follows is mostly how long it lasts. */
  private static @Nullable TalkKind byWord(@Nullable String word) {
    if (word == null) {
      return null;
    }
    String first = word.toLowerCase(Locale.ROOT).replaceAll("[(/|:,\\[].*", "").strip();
    return TYPES.entrySet().stream()
        .filter(type -> type.getValue().matcher(first).matches())
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
