package org.conferencedigest.notes.schedule.recording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.conferencedigest.events.Speaker;

/**
 * How like two titles, and two lists of speakers, are. Words count by how rare they are among the
 * talks: "Kubernetes" says little where everybody talks of it.
 */
final class Likeness {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Pattern CUT_OFF = Pattern.compile("(?:…|\\.{2,})\\s*$");

  /**
   * So many words in a row, at the beginning of one title and the end of another, are no chance.
   */
  private static final int FEWEST_WORDS = 3;

  private final Map<String, Double> weights = new HashMap<>();
  private final double unknown;

  /**
   * @param titles of all talks
   */
  Likeness(Collection<String> titles) {
    Map<String, Integer> counts = new HashMap<>();
    titles.forEach(
        title -> new HashSet<>(words(title)).forEach(word -> counts.merge(word, 1, Integer::sum)));
    double all = Math.max(2, titles.size() + 1.0);
    counts.forEach((word, count) -> weights.put(word, Math.log(all / count)));
    unknown = Math.log(all);
  }

  /** The words of a text, in lower case and without accents, in their order. */
  static List<String> words(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    WORD.matcher(plain).results().forEach(word -> words.add(word.group()));
    return words;
  }

  /**
   * How like a recording's title is a talk's, from 0 to 1: by the words they share, weighed. A
   * title that was cut off, or has words around it such as the conference's name, is still the
   * same.
   */
  double ofTitles(List<String> recording, List<String> talk) {
    Set<String> there = new LinkedHashSet<>(recording);
    Set<String> here = new LinkedHashSet<>(talk);
    if (there.isEmpty() || here.isEmpty()) {
      return 0;
    }
    double shared = 0;
    double ofRecording = 0;
    for (String word : there) {
      double weight = weight(word);
      ofRecording += weight;
      shared += here.contains(word) ? weight : 0;
    }
    double ofTalk = here.stream().mapToDouble(this::weight).sum();
    if (shared == 0) {
      return there.equals(here) ? 1 : 0;
    }
    double dice = 2 * shared / (ofRecording + ofTalk);
    double contained = Math.max(shared / ofRecording, shared / ofTalk);
    int common = (int) there.stream().filter(here::contains).count();
    // One word within a long title is no title.
    return common < 2 && there.size() != here.size() ? dice : Math.max(dice, 0.95 * contained);
  }

  /**
   * Whether a recording's title, which was cut off, ends in the beginning of a talk's title: whole
   * words of it, before which anything may stand, and perhaps a piece of the next one.
   */
  static boolean endsInBeginning(String recording, List<String> words, List<String> talk) {
    if (!CUT_OFF.matcher(recording).find()) {
      return false;
    }
    for (int from = 0; from < words.size(); from++) {
      List<String> end = words.subList(from, words.size());
      int whole = end.size() - 1;
      if (end.size() <= talk.size()
          && talk.subList(0, whole).equals(end.subList(0, whole))
          && talk.get(whole).startsWith(end.getLast())) {
        boolean lastIsWhole = talk.get(whole).equals(end.getLast());
        return whole + (lastIsWhole ? 1 : 0) >= FEWEST_WORDS;
      }
    }
    return false;
  }

  private double weight(String word) {
    return Math.max(0.05, weights.getOrDefault(word, unknown));
  }

  /**
   * How like two lists of speakers are, from 0 to 1: the share of the shorter that is in the
   * longer. Names are the same in any order of their parts, and without those in the middle.
   */
  static double ofSpeakers(List<Speaker> recording, List<Speaker> talk) {
    if (recording.isEmpty() || talk.isEmpty()) {
      return 0;
    }
    boolean isShorter = recording.size() <= talk.size();
    List<Speaker> fewer = isShorter ? recording : talk;
    List<Speaker> more = isShorter ? talk : recording;
    long same =
        fewer.stream().filter(one -> more.stream().anyMatch(other -> isSame(one, other))).count();
    return (double) same / fewer.size();
  }

  private static boolean isSame(Speaker one, Speaker other) {
    List<String> name = words(one.name());
    List<String> otherName = words(other.name());
    if (name.isEmpty() || otherName.isEmpty()) {
      return one.name().equals(other.name());
    }
    Set<String> shorter = new HashSet<>(name.size() <= otherName.size() ? name : otherName);
    Set<String> longer = new HashSet<>(name.size() <= otherName.size() ? otherName : name);
    return longer.containsAll(shorter) && (shorter.size() > 1 || longer.size() == 1);
  }
}
