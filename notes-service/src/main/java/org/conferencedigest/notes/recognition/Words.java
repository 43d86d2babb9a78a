package org.conferencedigest.notes.recognition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.TalkKind;

/** Words about talks, in the languages in which posts are met. */
final class Words {

  /** That somebody speaks: stands before names. */
  static final String BY =
      "(?:presented |given |delivered |led |hosted )?by|with|présentée? par|animée?"
          + " par|par|avec|von|mit|por|con|di|door|av|от|презентует|by"
          + " speaker|by:|בהנחיית|מאת|بقلم|تقديم|مع";

  /** A label before the names of those who speak. */
  private static final Pattern SPEAKER_LABEL =
      pattern(
          "^[\\s*_>-]*(?:speakers?|presenters?|presented by|panell?ists?|hosts?|who"
              + "|intervenant(?:e|s|es|\\.e|·e)?s?|orateurs?|oratrices?|conférenci(?:er|ère)s?"
              + "|speaker:innen|referent(?:in|en|innen)?|vortragende[rn]?|sprecher(?:in|innen)?"
              + "|ponentes?|oradora?e?s?|palestrantes?|relator[ei]|relatrice|sprekers?|talare"
              + "|登壇者|発表者|講演者|スピーカー|登壇|演讲者|讲者|講者|발표자|연사|докладчик(?:и|а)?|спикер(?:ы)?"
              + "|المتحدثون|المتحدثة|المتحدث|دובר|דוברת|דוברים|דובר)"
              + "(?:\\s*\\([^)]{0,3}\\))?\\s*[:：\\-–—]\\s*");

  private static final Pattern TALK =
      pattern(
          "(?<!\\p{L})(?:talks?|keynotes?|sessions?|presentations?|workshops?|lectures?|tutorials?|panels?"
              + "|presented|presents|spoke|speaks|speaking|talked|demoed|speakers?|watched|attended|lightning"
              + "|conférences?|présentations?|exposés?|ateliers?|intervenants?|orateurs?|présenté"
              + "|vortr(?:ag|äge|ags)|sessions?|referent(?:in|en)?|sprach|gesehen"
              + "|charlas?|ponencias?|presentaci(?:ón|ones)|sesi(?:ón|ones)|conferencias?"
              + "|palestras?|apresenta(?:ção|ções)|sess(?:ão|ões)|intervent[oi]|presentazion[ei]"
              + "|lezing(?:en)?|praatjes?|доклад(?:ы|а|ов)?|выступлени\\p{L}*|föredrag(?:et)?)(?!\\p{L})"
              + "|セッション|講演|発表|キーノート|登壇|トーク|演讲|演講|主题演讲|分享|발표|세션|강연"
              + "|محاضر|جلس|عرض|المتحدث|הרצא|מושב|סדנ");

  /** That the people whose names end there speak. */
  private static final Pattern SPEAKS =
      pattern(
          "\\G(?:\\s*,[^,\\n]{2,60},)?(?:['’]s?\\s+(?:[\\p{L}-]+\\s+){0,3}(?:talk|keynote|session|presentation"
              + "|demo|workshop)"
              + "|\\s+(?:(?:then|also|first|next|both|who|qui|nous|nos|hat|haben|has|have|ha|han|a|ont|va"
              + "|vient|y)\\s+){0,2}"
              + "(?:present(?:ed|s)|gave|gives|talk(?:ed|s)|spoke|speaks|shared?s?|demoe?(?:d|s)"
              + "|demonstrate[ds]|describe[ds]|discuss(?:ed|es)|explain(?:ed|s)|show(?:ed|s)"
              + "|walk(?:ed|s) (?:us|through)|introduce[ds]|opened|kicked|started|closed|led|covered|covers"
              + "|argue[ds]|told us|took us|delivered|chatted|outlined"
              + "|présent(?:e|ent|ait|é)|expliqu(?:e|ent|é)|parl(?:e|ent|é)|racont(?:e|ent|é)|montr(?:e|ent|é)"
              + "|partag(?:e|ent|é)|fait|anim(?:e|é)|abord(?:e|é)|détaill(?:e|é)|revient|donne"
              + "|zeigte?|sprach|spricht|erklärte?|stellte?|berichtete?|erzählte?|präsentierte?|hielt"
              + "|gezeigt|gesprochen"
              + "|presentó|habló|explicó|contó|mostró|compartió|dio|habla|explica|cuenta|muestra"
              + "|apresentou|falou|mostrou|contou|explicou|presentato|parlato|mostrato|raccontato"
              + "|presenta|parla|racconta|spiega)(?!\\p{L}))");

  private static final Pattern NO_SPACES =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

  private static final Pattern TALKS_HEADING =
      pattern(
          "(?<!\\p{L})(?:talks|keynotes|sessions|presentations|workshops|lectures|lightning"
              + " talks|tutorials"
              + "|conférences|présentations|exposés|ateliers|vorträge|charlas|ponencias|presentaciones"
              + "|palestras|apresentações|interventi|presentazioni|lezingen|доклады|föredrag|conférences"
              + " suivies|mes notes)(?!\\p{L})"
              + "|セッション|講演|発表|キーノート|演讲|演講|발표|세션|강연|المحاضرات|الجلسات|ההרצאות|הרצאות");

  private static final Pattern NO_TALK =
      pattern(
          "^[^\\p{L}\\p{Nd}]*(?:(?:in |my |some |final |closing |overall |general"
              + " )?(?:conclusions?|thoughts|impressions)|summary|in"
              + " short|tl;?\\s?dr|intro(?:duction)?|wrap["
              + " -]?up|outro|epilogue|prologue|preamble|about.*|overview|recap|agenda|schedule|venue|food|lunch|dinner|coffee|party|parties|after"
              + " ?party|social.*"
              + "|travel.*|hotel.*|tickets?|organi[sz]ation|organi[sz]ers?|logistics|location|hallway.*|swag|booths?|expo.*|sponsors?.*|people|community|other.*|others|misc.*|the"
              + " event.*|the (?:city|venue|food|people)|links|resources|references|further"
              + " reading|footnotes?|notes|table of contents|contents|toc|big"
              + " ideas.*|takeaways?|key takeaways?|lessons.*|highlights?|what(?:'|’)?s next|next"
              + " year|see you.*|thanks?.*|thank"
              + " you.*|acknowledge?ments?|credits|comments?|updates?|edit|disclaimer|photos?|pictures|day"
              + " (?:\\d+|one|two|three|four|five).*|.* day (?:\\d+|one|two|three|four|five)"
              + "|(?:the )?(?:first|second|third|fourth|last|final) day(?: \\(.*\\))?"
              + "|(?:(?:early|late) )?(?:morning|afternoon|evening) sessions?|pour (?:finir|terminer)"
              + "|quelques liens|getting (?:home|there|here|around)|tag"
              + " \\d+|jour \\d+|día \\d+|dia \\d+|giorno \\d+|dag"
              + " \\d+|\\d+日目.*|第.{1,3}天.*|talks?|keynotes?|sessions?|presentations?|lightning"
              + " talks?"
              + "|workshops?|conférences?|ateliers?|vorträge|charlas|ponencias|palestras|セッション|講演|発表|キーノート|conclusi(?:on|ón|one|oni)|en"
              + " conclusion|pour conclure|en résumé|résumé|bilan|le lieu|les repas|ambiance"
              + "|fazit|zusammenfassung|einleitung|vorwort|organisation|essen|anreise|ausblick|danke.*"
              + "|conclusiones|resumen|introducción|agradecimientos|conclusão|resumo|introdução|conclusioni|riassunto"
              + "|conclusie|samenvatting|はじめに|おわりに|終わりに|まとめ|感想|会場|懇親会|总结|總結|结语|前言|마무리|정리|소개"
              + "|заключение|итоги|введение|выводы|الخاتمة|خاتمة|مقدمة|الخلاصة|סיכום|הקדמה|מבוא|לסיכום)[^\\p{L}\\p{Nd}]*$");

  private static final Pattern ELSEWHERE =
      pattern(
          "(?<!\\p{L})(?:further reading|references|resources|bibliography|books?|blogroll|see"
              + " also|related posts?|other (?:posts|write-?ups|reports|blogs)|trip"
              + " reports|footnotes?|lectures? complémentaires?|pour aller plus"
              + " loin|liens|weiterführend\\p{L}*|bibliografía|referências|sources)(?!\\p{L})"
              + "|参考文献|参考資料|参考|関連記事|المراجع|מקורות");

  static final Pattern SLIDES =
      pattern(
          "(?<!\\p{L})(?:slides?|slide"
              + " ?deck|deck|diapos(?:itives)?|transparents|support|folien|diapositivas"
              + "|transparencias|lâminas|slajdy|слайды)(?!\\p{L})|スライド|資料|幻灯片|投影片|슬라이드|שקופיות|מצגת|شرائح|الشرائح");

  static final Pattern RECORDING =
      pattern(
          "(?<!\\p{L})(?:videos?|recordings?|recorded|watch(?:"
              + " it)?|replay|screencast|stream|youtube|vidéos?"
              + "|enregistrement|captation|aufzeichnung|aufnahme|mitschnitt|grabación|gravação|registrazione|opname"
              + "|запись|видео)(?!\\p{L})|動画|録画|アーカイブ|ビデオ|视频|視頻|录像|영상|녹화|וידאו|הקלטה|فيديو|تسجيل|التسجيل");

  static final Pattern PAPER =
      pattern("(?<!\\p{L})(?:papers?|preprint|proceedings|article scientifique)(?!\\p{L})|論文|论文");

  static final Pattern CODE =
      pattern(
          "(?<!\\p{L})(?:code|source|sources|repo(?:sitory)?|github|demo"
              + " code)(?!\\p{L})|ソースコード|リポジトリ|代码");

  private static final Pattern VERDICT_LABEL =
      pattern(
          "(?m)^[\\s*_>-]*(?:verdict|rating|my"
              + " rating|urteil|bewertung|note|avis|veredicto|valoración|veredito|giudizio|oordeel|評価|評定|评价|평가|оценка|التقييم|פסק"
              + " דין|דירוג)\\**\\s*[:：]\\**\\s*(?<words>.{1,120})");

  private static final Pattern KEYNOTE =
      pattern("(?<!\\p{L})keynotes?(?!\\p{L})|キーノート|基調講演|主题演讲|기조연설|الكلمة الرئيسية");
  private static final Pattern WORKSHOP =
      pattern(
          "(?<!\\p{L})(?:workshops?|tutorials?|ateliers?|hands-on|taller(?:es)?)(?!\\p{L})|ワークショップ");
  private static final Pattern PANEL =
      pattern("(?<!\\p{L})(?:panel|table ronde|podiumsdiskussion|mesa redonda)(?!\\p{L})|パネル");
  private static final Pattern LIGHTNING =
      pattern(
          "(?<!\\p{L})(?:lightning(?:"
              + " talks?)?|ignite|blitzvortr(?:ag|äge))(?!\\p{L})|ライトニングトーク|\\bLT\\b");

  private Words() {}

  static Pattern speakerLabel() {
    return SPEAKER_LABEL;
  }

  /** Whether its script puts no spaces between words. */
  static boolean hasNoSpaces(String text) {
    return NO_SPACES.matcher(text).find();
  }

  /** Whether a text says of the people whose names end there that they speak. */
  static boolean speaks(String text, int end) {
    return speaking(text, end) >= 0;
  }

  /** Where the words end that say so; -1 if there are none. */
  static int speaking(String text, int end) {
    Matcher speaks = SPEAKS.matcher(text);
    return speaks.find(end) ? speaks.end() : -1;
  }

  static boolean aboutTalk(String text) {
    return TALK.matcher(text).find();
  }

  static boolean aboutTalks(String heading) {
    return TALKS_HEADING.matcher(heading).find();
  }

  static boolean isNoTalk(String heading) {
    return heading.length() < 200 && NO_TALK.matcher(heading.strip()).matches();
  }

  static boolean leadsElsewhere(String heading) {
    return ELSEWHERE.matcher(heading).find();
  }

  /** What follows a label such as "Verdict:"; empty if there is none. */
  static String verdictIn(String text) {
    var label = VERDICT_LABEL.matcher(text);
    return label.find() ? label.group("words") : "";
  }

  static TalkKind kind(String words, TalkKind otherwise) {
    if (KEYNOTE.matcher(words).find()) {
      return TalkKind.KEYNOTE;
    }
    if (WORKSHOP.matcher(words).find()) {
      return TalkKind.WORKSHOP;
    }
    if (LIGHTNING.matcher(words).find()) {
      return TalkKind.LIGHTNING;
    }
    return PANEL.matcher(words).find() ? TalkKind.PANEL : otherwise;
  }

  static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
