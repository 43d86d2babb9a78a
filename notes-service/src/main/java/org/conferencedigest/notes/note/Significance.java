package org.conferencedigest.notes.note;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the edits that readers are to be told of from those that only mend.
 *
 * <p>An edit is significant if it changes the verdict, or the words of the title, the page, the
 * entry or the recommendation. Words are runs of letters and digits. Case, punctuation, white
 * space, markup and where links lead are not words; and words that are spelled otherwise, joined,
 * parted, or no longer written twice are the same words. A number is never a spelling of another
 * one.
 */
final class Significance {

  private static final Pattern NO_WORDS =
      Pattern.compile("\\]\\([^()\\n]{0,2000}\\)|https?://[^\\s<>()]+");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");

  /** Words on either side that may be one misspelling together. */
  private static final int LONGEST_SLIP = 3;

  /** Characters of a word that may be misspelled. */
  private static final int LONGEST_WORD = 60;

  private Significance() {}

  /** Whether what a note said before and says now are not the same to a reader. */
  static boolean isSignificant(Note before, Note now) {
    return before.verdict() != now.verdict()
        || differ(before.title(), now.title())
        || differ(before.entry(), now.entry())
        || differ(before.recommendation(), now.recommendation())
        || differ(before.body(), now.body());
  }

  private static boolean differ(@Nullable String before, @Nullable String now) {
    return !Objects.equals(before, now) && new Comparison(words(before), words(now)).differs();
  }

  private static List<String> words(@Nullable String text) {
    String plain =
        NO_WORDS
            .matcher(
                Normalizer.normalize(Objects.requireNonNullElse(text, ""), Normalizer.Form.NFC))
            .replaceAll("]")
            .toLowerCase(Locale.ROOT);
    Matcher word = WORD.matcher(APOSTROPHE.matcher(plain).replaceAll(""));
    List<String> words = new ArrayList<>();
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** Two texts, read side by side. Takes time in proportion to their lengths. */
  private record Comparison(List<String> before, List<String> now) {

    boolean differs() {
      int i = 0;
      int j = 0;
      while (i < before.size() || j < now.size()) {
        if (isSame(i, j)) {
          i++;
          j++;
          continue;
        }
        int slip = slip(i, j);
        if (slip < 0) {
          return true;
        }
        i += slip / (LONGEST_SLIP + 1);
        j += slip % (LONGEST_SLIP + 1);
      }
      return false;
    }

    private boolean isSame(int i, int j) {
      return i < before.size() && j < now.size() && before.get(i).equals(now.get(j));
    }

    /**
     * The fewest words on both sides that are spellings of each other and after which both go on
     * alike.
     *
     * @return how many there are before, times one more than the most, plus how many now; -1 if
     *     there are none
     */
    private int slip(int i, int j) {
      for (int words = 1; words <= 2 * LONGEST_SLIP; words++) {
        for (int a = Math.max(0, words - LONGEST_SLIP); a <= Math.min(words, LONGEST_SLIP); a++) {
          int b = words - a;
          if (i + a <= before.size()
              && j + b <= now.size()
              && goOnAlike(i + a, j + b)
              && isSpelling(i, i + a, j, j + b)) {
            return a * (LONGEST_SLIP + 1) + b;
          }
        }
      }
      return -1;
    }

    private boolean goOnAlike(int i, int j) {
      return isSame(i, j) || (i == before.size() && j == now.size());
    }

    private boolean isSpelling(int i, int iEnd, int j, int jEnd) {
      if (i == iEnd || j == jEnd) {
        return i == iEnd ? isRepetition(now, j, jEnd) : isRepetition(before, i, iEnd);
      }
      if (iEnd - i != jEnd - j) {
        return String.join("", before.subList(i, iEnd))
            .equals(String.join("", now.subList(j, jEnd)));
      }
      for (int k = 0; k < iEnd - i; k++) {
        if (!Significance.isSpelling(before.get(i + k), now.get(j + k))) {
          return false;
        }
      }
      return true;
    }

    private static boolean isRepetition(List<String> words, int from, int to) {
      return to - from == 1 && from > 0 && words.get(from).equals(words.get(from - 1));
    }
  }

  private static boolean isSpelling(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int longer = Math.max(a.length(), b.length());
    if (longer > LONGEST_WORD || hasDigit(a) || hasDigit(b) || denies(a) != denies(b)) {
      return false;
    }
    int edits = edits(a, b);
    return longer < 4
        ? edits == 1 && longer == 3 && isShuffled(a, b)
        : edits <= (longer < 8 ? 1 : 2);
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** As do don't, can't and isn't, without their apostrophes. */
  private static boolean denies(String word) {
    return word.endsWith("nt");
  }

  private static boolean isShuffled(String a, String b) {
    return Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray());
  }

  /** Characters to insert, delete, replace or swap with their neighbour to make one the other. */
  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
