package org.conferencedigest.summary.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Speaker;

/** What a digest says of a note whose author left that to it. */
final class ComposedText {

  /** How many speakers are named; of a panel of more, one fewer, and how many others there were. */
  private static final int MOST_NAMED = 6;

  private ComposedText() {}

  /** The linked title. */
  static String recommendation(String slug, ReviewedNote note) {
    return "[" + PlainText.asMarkdown(note.title()) + "](note:" + slug + ")";
  }

  /** The linked title, who spoke, and the first paragraph of the page. */
  static String entry(String slug, ReviewedNote note) {
    StringBuilder entry = new StringBuilder(recommendation(slug, note));
    String speakers = speakers(note);
    if (!speakers.isEmpty()) {
      entry.append(" by ").append(speakers);
    }
    String paragraph = FirstParagraph.of(note.body());
    if (!paragraph.isEmpty()) {
      entry.append(": ").append(paragraph);
    }
    return entry.toString();
  }

  /** For example {@code Ada King and Alan Poe (Example Inc.), Bo Li}. */
  private static String speakers(ReviewedNote note) {
    Map<String, Speaker> byName = new LinkedHashMap<>();
    note.talks().stream()
        .flatMap(talk -> Objects.requireNonNullElse(talk.speakers(), List.<Speaker>of()).stream())
        .forEach(speaker -> byName.putIfAbsent(PlainText.asMarkdown(speaker.name()), speaker));
    byName.remove("");
    int named = byName.size() > MOST_NAMED ? MOST_NAMED - 1 : byName.size();
    List<String> groups = new ArrayList<>();
    List<String> colleagues = new ArrayList<>();
    String house = "";
    for (Map.Entry<String, Speaker> one : byName.entrySet().stream().limit(named).toList()) {
      String affiliation =
          PlainText.asMarkdown(Objects.requireNonNullElse(one.getValue().affiliation(), ""));
      if (!affiliation.equals(house)) {
        addGroup(groups, colleagues, house);
        house = affiliation;
      }
      colleagues.add(one.getKey());
    }
    addGroup(groups, colleagues, house);
    if (named < byName.size()) {
      groups.add((byName.size() - named) + " others");
    }
    return enumerated(groups);
  }

  private static void addGroup(List<String> groups, List<String> colleagues, String house) {
    if (house.isEmpty()) {
      groups.addAll(colleagues);
    } else if (!colleagues.isEmpty()) {
      groups.add(enumerated(colleagues) + " (" + house + ")");
    }
    colleagues.clear();
  }

  private static String enumerated(List<String> things) {
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }
}
