package org.conferencedigest.summary.lint;

import static java.util.Comparator.comparingDouble;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;

/** Knows which published notes a name may have meant: misspelled, or as it was once called. */
final class NearestNotes {

  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** How many are offered, and how many letters of a name are looked at. */
  private static final int MOST = 3;

  private static final int LONGEST = 128;

  /** From here on two names are of no kin: 0 is the same, 1 has nothing in common. */
  private static final double TOO_FAR = 0.5;

  /** The words of each note's slug and title, by slug. */
  private final Map<String, Set<String>> words = new TreeMap<>();

  NearestNotes(DigestDocument document) {
    for (DigestNote note : document.notes()) {
      Set<String> of = words(note.slug());
      of.addAll(words(note.source().title()));
      words.put(note.slug(), of);
    }
  }

  private static Set<String> words(String name) {
    return BREAK
        .splitAsStream(name.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Those nearest to a name, the nearest first. */
  List<String> to(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return List.of();
    }
    Set<String> wantedWords = words(wanted);
    Map<String, Double> distances = new TreeMap<>();
    words.forEach(
        (slug, of) ->
            distances.put(slug, Math.min(bySpelling(wanted, slug), byWords(wantedWords, of))));
    return distances.entrySet().stream()
        .filter(note -> note.getValue() < TOO_FAR)
        .sorted(comparingDouble(Map.Entry::getValue))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The share of the letters that are others (Levenshtein). */
  private static double bySpelling(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    if (Math.abs(a.length() - b.length()) >= TOO_FAR * longer) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return (double) row[b.length()] / longer;
  }

  /** The share of the name's words that the note has not; a single word is no sign of kinship. */
  private static double byWords(Set<String> wanted, Set<String> of) {
    long common = wanted.stream().filter(of::contains).count();
    return common < 2 ? 1 : 1 - (double) common / wanted.size();
  }
}
