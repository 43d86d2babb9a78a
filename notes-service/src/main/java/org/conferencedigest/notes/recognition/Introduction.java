package org.conferencedigest.notes.recognition;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, as a sentence tells it: "Ada Moss showed how …", "a talk by Ada Moss and Bo Flint",
 * "[Ada Moss](…) is from Quarry".
 *
 * @param weight how much it speaks for a talk
 * @param speaks whether the sentence says that they speak
 */
record Introduction(List<Speaker> speakers, double weight, boolean speaks) {

  private static final Pattern WORD_WITH_CAPITAL = Pattern.compile("(?<![\\p{L}\\p{M}'’-])\\p{Lu}");
  private static final Pattern BEFORE =
      Words.pattern("(?<!\\p{L})(?:by|par|von|por|di|door|av|от)\\s+$");

  /** How far before a name a word such as "by" is looked for. */
  private static final int BEFORE_AT_MOST = 20;

  /** The first people of whom the beginning of a text says that they speak. */
  static @Nullable Introduction in(Phrase phrase) {
    String head = phrase.head();
    Introduction likely = null;
    boolean aboutTalk = Words.aboutTalk(head);
    Matcher capital = WORD_WITH_CAPITAL.matcher(head);
    int from = 0;
    while (capital.find(from)) {
      People.Found found = People.at(phrase, capital.start(), false);
      if (found == null) {
        from = capital.end();
        continue;
      }
      Introduction told = told(phrase, capital.start(), found, aboutTalk);
      if (told != null && told.speaks()) {
        return told;
      }
      likely = likely == null ? told : likely;
      from = Math.max(capital.end(), Math.min(found.end(), head.length()));
    }
    return likely;
  }

  private static @Nullable Introduction told(
      Phrase phrase, int from, People.Found found, boolean aboutTalk) {
    boolean linked = found.speakers().stream().anyMatch(speaker -> speaker.link() != null);
    String before = phrase.words().substring(Math.max(0, from - BEFORE_AT_MOST), from);
    if (Words.speaks(phrase.words(), found.end())
        || ((linked || aboutTalk) && BEFORE.matcher(before).find())) {
      return new Introduction(found.speakers(), 0.55, true);
    }
    boolean first = phrase.words().substring(0, from).isBlank();
    return linked && first ? new Introduction(found.speakers(), 0.4, false) : null;
  }
}
