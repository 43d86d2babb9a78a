package org.conferencedigest.notes.recognition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Verdict;

/** The words that say how good talks are, in the languages in which posts are met. */
public final class TierWords {

  private static final Map<Verdict, Pattern> WORDS = new LinkedHashMap<>();

  static {
    // Those that say no contain words that say yes, and are looked for first.
    WORDS.put(
        Verdict.SKIP,
        words(
            "skip(?:ped|pable)?|avoid|missable|not worth|(?:did not|didn['’]t|don['’]t)"
                + " (?:like|bother)|disappoint(?:ing|ments?|ed)|could have (?:been )?skipped|à"
                + " éviter|à"
                + " zapper|décevant(?:es|e|s)?|dispensables?|verzichtbar(?:e)?|enttäuschend(?:e)?|überspringen|auslassen|nicht"
                + " sehenswert"
                + "|prescindibles?|evitar|saltar(?:se)?|decepcionantes?|pular|dispensáve(?:l|is)|da"
                + " evitare|saltare|deludent[ei]|overslaan|hoppa över|pominąć",
            "スキップ|見なくて|見なくても|いまいち|イマイチ|跳过|跳過|不值得|不推荐|건너뛰|비추"
                + "|пропустить|не стоит|تخط|لا يستحق|لدלג|לדלג|אפשר לוותר|לא שווה"));
    WORDS.put(
        Verdict.BEST,
        words(
            "best(?! practice)|favou?rites?|must|top picks?|highlights?|unmissable|do(?:"
                + " not|n['’]t) miss|highly recommended|standouts?|loved|meilleur(?:es|e|s)?|coups?"
                + " de c(?:œ|oe)ur|incontournables?|préférée?s?|à ne pas (?:manquer|rater|louper)|à"
                + " voir absolument"
                + "|beste[nrs]?|lieblingsvorträge|lieblings\\p{L}*|favoriten|pflicht\\p{L}*|unbedingt"
                + "|höhepunkte?|mejor(?:es)?|favorit[oaie]s?|imprescindibles?|imperdibles?|melhor(?:es)?|imperdíve(?:l|is)|miglior[ie]|preferit[ie]|imperdibil[ei]|da"
                + " non perdere|favoriet(?:en)?|aanraders?|favoriter|najlepsz\\p{L}*",
            "ベスト|お気に入り|必見|イチオシ|いちおし|一番|最佳|最好|必看|最爱|最高|최고|필수"
                + "|лучш\\p{L}*|обязательно|أفضل|لا تفوت|الأفضل|הטובות ביותר|הטובים ביותר|חובה"));
    WORDS.put(
        Verdict.WORTH_WATCHING,
        words(
            "worth(?:while)?|recommended|if you have (?:the )?time|honou?rable mentions?|also"
                + " good|(?:vaut|valent) le (?:détour|coup)|à"
                + " (?:voir|regarder|revoir)|intéressant(?:es|e|s)?|sehenswert(?:e)?|lohn(?:t|en|enswert)e?(?:"
                + " sich)?|empfehlenswert(?:e)?|vale(?:n|m)? (?:la|a)"
                + " pena|recomendad[oa]s|recomendables?|valgono la pena|vale la pena|da vedere|de"
                + " moeite waard|värda? att se|warto",
            "おすすめ|オススメ|お勧め|見る価値|面白かった|值得|推荐|推薦|볼 ?만한|추천"
                + "|стоит посмотреть|рекоменд\\p{L}*|يستحق|שווה צפייה|מומלצ?ות|מומלץ|מומלצים"));
    WORDS.put(
        Verdict.WATCHED,
        words(
            "also (?:watched|saw|attended|seen)|the rest|others? i (?:watched|saw)"
                + "|vue?s aussi|aussi vue?s?|auch gesehen|también vi|anche visti|ook gezien",
            "その他に見た|他に見た|其他看过"));
  }

  private TierWords() {}

  /**
   * What the first words of a text that mean something mean.
   *
   * @return empty if none do
   */
  public static Optional<Verdict> verdict(String text) {
    String head = text.length() > 500 ? text.substring(0, 500) : text;
    Verdict first = null;
    int at = Integer.MAX_VALUE;
    int end = 0;
    for (Map.Entry<Verdict, Pattern> word : WORDS.entrySet()) {
      Matcher matcher = word.getValue().matcher(head);
      int from = 0;
      while (matcher.find(from)) {
        // "Not worth" is one word here, not two.
        boolean within = first != null && matcher.start() >= at && matcher.start() < end;
        if (!within && matcher.start() < at) {
          at = matcher.start();
          end = matcher.end();
          first = word.getKey();
        }
        if (!within || matcher.end() == head.length()) {
          break;
        }
        from = matcher.end();
      }
    }
    return Optional.ofNullable(first);
  }

  /** Words of scripts with spaces between words, and of scripts without. */
  private static Pattern words(String spaced, String others) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{Nd}])(?:" + spaced + ")(?![\\p{L}\\p{Nd}])|" + others,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
