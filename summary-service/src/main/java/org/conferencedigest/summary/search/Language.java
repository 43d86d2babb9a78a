package org.conferencedigest.summary.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A language whose words are found in any of their forms. It is told by the small words that are in
 * every text of it. In all other languages words are found as they are written.
 */
enum Language {
  NONE(""),
  ENGLISH("the and of to is in that it for with was on as are this not be have from"),
  GERMAN("der die und das ist nicht ein eine zu den mit von auf für im sich auch dem werden wird"),
  FRENCH("le la les et des est une un dans pour que qui pas sur au avec ce du plus sont"),
  SPANISH("el los las y en que es una por con para se del no al como más lo su está"),
  ITALIAN("il di che e la un una per non con è del le si da sono i alla della più"),
  PORTUGUESE("o a os as e de que não um uma para com em do da no na por mais é"),
  DUTCH("de het een en van is dat niet op te voor met zijn die aan er om ook als bij"),
  SWEDISH("och att det som en på är av för med den inte till ett om har de vi kan från"),
  RUSSIAN("и в не на что с как это по но из у за от для так же вы бы мы");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** So much of a text tells its language. */
  private static final int ENOUGH = 4_000;

  /** A text of few small words tells nothing. */
  private static final int FEWEST = 3;

  private final String smallWords;

  Language(String smallWords) {
    this.smallWords = " " + smallWords + " ";
  }

  /** The language of a text; {@link #NONE} if it is another, or too little of it. */
  static Language of(String text) {
    List<String> words =
        WORD.matcher(text.substring(0, Math.min(text.length(), ENOUGH)).toLowerCase(Locale.ROOT))
            .results()
            .map(found -> found.group())
            .toList();
    Language likeliest = NONE;
    long most = FEWEST - 1;
    for (Language language : values()) {
      long found = words.stream().filter(language::has).count();
      if (found > most) {
        likeliest = language;
        most = found;
      }
    }
    return likeliest;
  }

  private boolean has(String word) {
    return smallWords.contains(" " + word + " ");
  }

  /** As Snowball names its stemmers. */
  String stemmer() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
