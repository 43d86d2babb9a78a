package org.conferencedigest.notes.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A title in a text, marked or quoted, and where it ends. */
record Start(String title, int from, int end, Phrase.@Nullable Mark mark, boolean quoted) {

  /** That somebody speaks, behind a title. */
  static final Pattern BY =
      Pattern.compile(
          "^[\\s,\\-–—|:(*_\"”»]*(?:" + Words.BY + ")[:\\s]\\s*", Pattern.CASE_INSENSITIVE);

  /** What may stand before a title at the beginning of a line. */
  static final Pattern JUNK =
      Pattern.compile(
          "^(?:[\\s\\p{So}\\p{Sk}\\p{Cf}\\uFE0F•·▶►⏩]|\\[[ xX]]"
              + " )*(?:\\d{1,2}[:h.]\\d{2}\\s*[-–—:|]?\\s*)?");

  private static final Pattern QUOTED =
      Pattern.compile("[“\"„«「『](?<title>[^”\"»」』\\n]{4,200})[”\"»」』]");

  static @Nullable Start of(Phrase phrase) {
    Matcher junk = JUNK.matcher(phrase.words());
    int from = junk.lookingAt() ? junk.end() : 0;
    return at(phrase, from);
  }

  static @Nullable Start at(Phrase phrase, int from) {
    Phrase.Mark mark = phrase.beginningAt(from);
    if (mark != null && phrase.in(mark).strip().length() > 2) {
      return new Start(phrase.in(mark).strip(), from, mark.to(), mark, false);
    }
    Matcher quoted = QUOTED.matcher(phrase.words()).region(from, phrase.words().length());
    if (quoted.lookingAt()) {
      return new Start(quoted.group("title").strip(), from, quoted.end(), null, true);
    }
    return null;
  }

  /** A marked title further in, with a name behind it: "I went to [Title](…) by Ada Moss". */
  static @Nullable Start within(Phrase phrase) {
    String words = phrase.words();
    int limit = Math.min(words.length(), 300);
    List<Start> starts = new ArrayList<>();
    for (Phrase.Mark mark : phrase.marks()) {
      if (mark.from() < limit) {
        starts.add(new Start(phrase.in(mark).strip(), mark.from(), mark.to(), mark, false));
      }
    }
    Matcher quoted = QUOTED.matcher(words).region(0, limit);
    while (quoted.find()) {
      starts.add(
          new Start(quoted.group("title").strip(), quoted.start(), quoted.end(), null, true));
    }
    for (Start start : starts) {
      Matcher by = BY.matcher(words).region(start.end(), words.length());
      if (start.title().length() > 3
          && !People.isName(start.title())
          && by.lookingAt()
          && People.at(phrase, by.end(), true) != null) {
        return start;
      }
    }
    return null;
  }
}
