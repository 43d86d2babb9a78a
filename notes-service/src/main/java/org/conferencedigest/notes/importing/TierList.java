package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.conferencedigest.events.Verdict;

/**
 * A list of recommendations: every item links to a note, and the sentence above says how good these
 * are.
 *
 * @param bullet what stands before each item
 * @param items what is said of each note, in order
 */
record TierList(Block block, Verdict verdict, String bullet, Map<String, String> items) {

  private static final Map<Pattern, Verdict> WORDS =
      Map.of(
          Pattern.compile("\\b(?:best|favou?rites?|must)\\b", Pattern.CASE_INSENSITIVE),
          Verdict.BEST,
          Pattern.compile("\\bworth\\b", Pattern.CASE_INSENSITIVE),
          Verdict.WORTH_WATCHING);

  private static final Pattern BULLET = Pattern.compile("^ {0,3}[-*+] {1,4}(?=\\S)");

  /**
   * The recommendations that a block of bullets is.
   *
   * @param lead the sentence or heading above it
   * @param notes those that can be recommended
   * @return empty if it is none, or its words do not say which
   */
  static Optional<TierList> read(
      Block bullets, String lead, String text, HugoRefs refs, Set<String> notes) {
    Optional<Verdict> verdict = verdict(lead);
    if (verdict.isEmpty()) {
      return Optional.empty();
    }
    String bullet = null;
    Map<String, String> items = new LinkedHashMap<>();
    for (Block item : Blocks.items(bullets, text)) {
      String written = item.in(text);
      var marker = BULLET.matcher(written);
      if (!marker.find() || (bullet != null && !bullet.equals(marker.group()))) {
        return Optional.empty();
      }
      bullet = marker.group();
      String words =
          written.substring(bullet.length()).replace("\n" + " ".repeat(bullet.length()), "\n");
      List<String> linked = new ArrayList<>(refs.linkedIn(words));
      linked.retainAll(notes);
      if (linked.size() != 1
          || items.put(linked.getFirst(), refs.toNoteLinks(words, notes)) != null) {
        return Optional.empty();
      }
    }
    return bullet == null
        ? Optional.empty()
        : Optional.of(new TierList(bullets, verdict.get(), bullet, items));
  }

  /** What the first of the words that mean something means. */
  private static Optional<Verdict> verdict(String lead) {
    Verdict first = null;
    int at = Integer.MAX_VALUE;
    for (Map.Entry<Pattern, Verdict> word : WORDS.entrySet()) {
      var matcher = word.getKey().matcher(lead);
      if (matcher.find() && matcher.start() < at) {
        at = matcher.start();
        first = word.getValue();
      }
    }
    return Optional.ofNullable(first);
  }
}
