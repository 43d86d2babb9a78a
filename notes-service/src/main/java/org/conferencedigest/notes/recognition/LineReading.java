package org.conferencedigest.notes.recognition;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkKind;
import org.jspecify.annotations.Nullable;

/** What an item of a list, or a paragraph, says of a talk. */
final class LineReading {

  /** How many lines of a list within are looked at. */
  private static final int LOOKED_AT = 40;

  /** How far behind the words that somebody speaks the title may begin, in characters. */
  private static final int SAID_WITHIN = 60;

  /** Words that lead to a title; behind others a quotation is what somebody said. */
  private static final Pattern LEADS_TO_TITLE =
      Words.pattern(
          "(?s).*(?<!\\p{L})(?:on|about|called|titled|entitled|named|talk|keynote|session"
              + "|presentation|intitulée?|sur|über|sobre)[\\s:“\"«„]*(?:(?:the|his|her|their)\\s+)?");

  private static final Pattern ANOTHER = Pattern.compile("[”\"»]?\\s+by\\s+");
  private static final Pattern PARTED = Pattern.compile("^[”\"»]?\\s*[,\\-–—|:(（]+\\s*");
  private static final Pattern PARENTHESES =
      Pattern.compile("[”\"»]?\\s*[(（]([^()（）\\n]{3,200})[)）]");

  private final Phrase phrase;
  private final TalkLinks links = new TalkLinks();
  private String title = "";
  private List<Speaker> speakers = List.of();
  private Evidence evidence = Evidence.NONE;
  private TalkKind kind = TalkKind.TALK;

  /** Whether something of it belongs to talks and to nothing else. */
  private boolean isOfTalk;

  private LineReading(Phrase phrase) {
    this.phrase = phrase;
  }

  static SeenTalk item(ListItem item, String text, Surroundings around) {
    Phrase phrase =
        item.getFirstChild() instanceof Paragraph first ? Phrase.of(first) : Phrase.EMPTY;
    LineReading reading = new LineReading(phrase);
    Start start = reading.said();
    if (start == null) {
      start = reading.started();
    }
    reading.links(start);
    for (@Nullable Node more = item.getFirstChild(); more != null; more = more.getNext()) {
      reading.nested(more, text);
    }
    boolean ofTalk = reading.isOfTalk || around.talks() || Words.aboutTalk(phrase.head());
    // Where it stands is no sign on its own.
    Evidence own =
        reading.evidence.confidence() > 0 ? reading.evidence : reading.evidence.atMost(0.3);
    return reading.talk(around, own.and(around.talks(), 0.3), ofTalk);
  }

  /** The talk that a sentence names by its marked title, with who speaks; null if it names none. */
  static @Nullable SeenTalk named(Phrase phrase) {
    LineReading reading = new LineReading(phrase);
    Start start = reading.said();
    if (start == null) {
      start = Start.within(phrase);
      if (start == null || !isTitle(start)) {
        return null;
      }
      reading.marked(start);
    }
    Phrase.Mark own = phrase.linkAround(start.from(), start.end());
    if (own != null) {
      reading.links.add(TalkLinks.kind(phrase, own), own.url(), null);
    }
    SeenTalk talk = reading.talk(Surroundings.NONE, reading.evidence, true);
    return talk.speakers().isEmpty() || talk.confidence() < 0.5 ? null : talk;
  }

  static SeenTalk paragraph(Node paragraph, String text, Surroundings around) {
    Phrase phrase = Phrase.of(paragraph);
    LineReading reading = new LineReading(phrase);
    Start start = reading.said();
    if (start == null) {
      start = Start.of(phrase);
      start = start == null ? Start.within(phrase) : start;
      if (start == null) {
        return reading.talk(around, Evidence.NONE, false);
      }
      reading.marked(start);
    }
    reading.links(start);
    boolean talks = Words.aboutTalk(phrase.head());
    Evidence evidence =
        reading.evidence.and(talks, 0.2).and(around.talks(), 0.3).and(around.day(), 0.2);
    SeenTalk seen = reading.talk(around, evidence, reading.isOfTalk || talks || around.talks());
    return others(phrase, start) ? seen.unsure() : seen;
  }

  /** Whether it names another talk, too: then it is about more than one. */
  private static boolean others(Phrase phrase, Start start) {
    for (Phrase.Mark mark : phrase.marks()) {
      if (mark.from() >= start.end()) {
        Matcher by = ANOTHER.matcher(phrase.words()).region(mark.to(), phrase.words().length());
        if (by.lookingAt() && People.at(phrase, by.end(), true) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** "**Title** by Ada Moss", "Ada Moss: “Title”", "Title - Ada Moss". */
  private @Nullable Start started() {
    Start start = Start.of(phrase);
    if (start != null) {
      marked(start);
      return start;
    }
    Start second = named();
    if (second == null) {
      line();
    }
    return second;
  }

  /** "[Ada Moss](…) spoke about *Title*": names, a word that says they speak, a marked title. */
  private @Nullable Start said() {
    String words = phrase.words();
    Matcher junk = Start.JUNK.matcher(words);
    People.Found found = People.at(phrase, junk.lookingAt() ? junk.end() : 0, false);
    int from = found == null ? -1 : Words.speaking(words, found.end());
    if (found == null || from < 0) {
      return null;
    }
    for (int at = from; at < Math.min(words.length(), from + SAID_WITHIN); at++) {
      Start title = Start.at(phrase, at);
      if (title != null && isTitle(title, words.substring(from, at))) {
        this.title = TitleLine.unquoted(title.title());
        speakers = found.speakers();
        evidence = evidence.and(0.55);
        isOfTalk = true;
        linked(title, 0.5);
        return title;
      }
      if (words.startsWith(". ", at)) {
        return null;
      }
    }
    return null;
  }

  /**
   * Whether it is more than the name of a thing that is talked about.
   *
   * @param before what stands between the word that somebody speaks and it
   */
  private static boolean isTitle(Start start, String before) {
    boolean emphasised =
        start.mark() != null && !start.mark().isLink() && start.title().strip().indexOf(' ') > 0;
    boolean next = before.isBlank() && !start.quoted();
    return isTitle(start) && (emphasised || next || LEADS_TO_TITLE.matcher(before).matches());
  }

  private static boolean isTitle(Start start) {
    String title = start.title().strip();
    boolean linked = start.mark() != null && start.mark().isLink();
    return !People.isName(title)
        && !title.isEmpty()
        && !Character.isLowerCase(title.codePointAt(0))
        && (!linked || title.indexOf(' ') > 0 || Words.hasNoSpaces(title));
  }

  private void linked(Start title, double ofTalk) {
    Phrase.Mark link = phrase.linkAround(title.from(), title.end());
    if (link != null) {
      boolean talks = TalkLinks.isOfTalk(TalkLinks.kind(link.url(), "", ""));
      evidence = evidence.and(talks ? ofTalk : ofTalk / 2);
      isOfTalk |= talks;
    }
  }

  private void marked(Start start) {
    String words = phrase.words();
    TitleLine line = TitleLine.read(start.title());
    title = line.title();
    speakers = line.speakers();
    kind = line.kind();
    evidence = evidence.and(line.weight());
    if (phrase.linkAround(start.from(), start.end()) != null) {
      linked(start, 0.6);
    } else {
      evidence = evidence.and(0.3);
    }
    Matcher by = Start.BY.matcher(words).region(start.end(), words.length());
    Matcher parted = PARTED.matcher(words).region(start.end(), words.length());
    if (People.isName(title)) {
      // "**Ada Moss** – *Title*", "[Ada Moss](…): Title".
      named(start, parted);
    } else if (saysWhoSpeaks(start.from())) {
      // "[Ada Moss spoke](…) about ropes" names no title.
      evidence = evidence.atMost(0.5);
    } else if (by.lookingAt()) {
      speaks(People.at(phrase, by.end(), true), 0.55);
    } else if (parted.lookingAt()) {
      List<Speaker> within = inParentheses(start.end());
      if (within.isEmpty()) {
        speaks(People.at(phrase, parted.end(), false), 0.5);
      } else {
        speaks(new People.Found(within, parted.end()), 0.5);
      }
    }
  }

  /** Whether a sentence begins there that says of people that they speak. */
  private boolean saysWhoSpeaks(int from) {
    People.Found subject = People.at(phrase, from, false);
    return subject != null && Words.speaks(phrase.words(), subject.end());
  }

  /** "(Ada Moss, Quarry; Bo Flint)" behind a title. */
  private List<Speaker> inParentheses(int from) {
    Matcher parens = PARENTHESES.matcher(phrase.words()).region(from, phrase.words().length());
    return parens.lookingAt() && phrase.linkAround(parens.start(1), parens.end(1)) == null
        ? People.in(parens.group(1), false)
        : List.of();
  }

  private void named(Start start, Matcher parted) {
    List<Speaker> who = People.in(start.title(), true);
    Start second = parted.lookingAt() ? Start.at(phrase, parted.end()) : null;
    if (second != null && !People.isName(second.title())) {
      title = TitleLine.unquoted(second.title());
      speakers = who;
      evidence = evidence.and(0.45);
    } else {
      // A person is no talk.
      evidence = evidence.atMost(0.3);
    }
  }

  private void speaks(People.@Nullable Found found, double weight) {
    if (found != null) {
      speakers = speakers.isEmpty() ? found.speakers() : speakers;
      evidence = evidence.and(weight);
    }
  }

  /** "Ada Moss: “Title”", "Ada Moss, *Title*": a name, and then a title with marks. */
  private @Nullable Start named() {
    Matcher junk = Start.JUNK.matcher(phrase.words());
    People.Found found = People.at(phrase, junk.lookingAt() ? junk.end() : 0, false);
    if (found == null) {
      return null;
    }
    Matcher parted = PARTED.matcher(phrase.words()).region(found.end(), phrase.words().length());
    Start second = parted.lookingAt() ? Start.at(phrase, parted.end()) : null;
    if (second == null || People.isName(second.title())) {
      return null;
    }
    title = TitleLine.unquoted(second.title());
    speakers = found.speakers();
    evidence = evidence.and(0.55);
    linked(second, 0.4);
    return second;
  }

  /** "Title - by Ada Moss", without marks. */
  private void line() {
    String first = withoutAsides();
    int colon = first.length() > 250 ? first.indexOf(". ") : -1;
    TitleLine line = TitleLine.read(colon > 0 ? first.substring(0, colon) : first);
    if (saysWhoSpeaks(0)) {
      evidence = evidence.atMost(0.5);
    }
    title = line.title();
    speakers = line.speakers();
    kind = line.kind();
    evidence = evidence.and(line.speakers().isEmpty() ? 0 : line.weight());
  }

  /** The first line without addresses, and without "(video)" and the like. */
  private String withoutAsides() {
    StringBuilder line = new StringBuilder(phrase.firstLine());
    for (Phrase.Mark link : phrase.links().reversed()) {
      boolean aside =
          TalkLinks.isAddress(phrase.in(link))
              || (TalkLinks.isOfTalk(TalkLinks.kind(phrase, link)) && link.to() - link.from() < 20);
      if (aside && link.to() <= line.length()) {
        line.delete(link.from(), link.to());
      }
    }
    return line.toString()
        .replaceAll("\\s*[(\\[（]\\s*[)\\]）]", "")
        .replaceAll("\\s+[-–—|:]?\\s*$", "");
  }

  private void links(@Nullable Start start) {
    Phrase.Mark own = start == null ? null : phrase.linkAround(start.from(), start.end());
    int recordings = 0;
    for (Phrase.Mark link : phrase.links()) {
      LinkKind of = TalkLinks.kind(phrase, link);
      if (TalkLinks.isOfTalk(of)
          && (of != LinkKind.RECORDING || recordings++ == 0 || link.equals(own))) {
        links.add(of, link.url(), null);
        evidence = evidence.and(!link.equals(own), 0.4);
        isOfTalk = true;
      } else if (link.equals(own)) {
        links.add(of, link.url(), null);
      }
    }
  }

  private void nested(Node block, String text) {
    if (block instanceof ListBlock list) {
      int lines = 0;
      for (@Nullable Node item = list.getFirstChild();
          item != null && lines++ < LOOKED_AT;
          item = item.getNext()) {
        Phrase line = item.getFirstChild() instanceof Paragraph p ? Phrase.of(p) : Phrase.EMPTY;
        Matcher label = Words.speakerLabel().matcher(line.words());
        if (speakers.isEmpty() && label.find()) {
          speaks(People.at(line, label.end(), true), 0.55);
        }
        for (Phrase.Mark link : line.links()) {
          LinkKind of = TalkLinks.kind(line, link);
          if (TalkLinks.isOfTalk(of) && !(of == LinkKind.RECORDING && links.has(of))) {
            links.add(of, link.url(), null);
            evidence = evidence.and(0.4);
            isOfTalk = true;
          }
        }
      }
    } else if (!links.has(LinkKind.RECORDING)) {
      for (String film : TalkLinks.embedded(block, text)) {
        links.add(LinkKind.RECORDING, film, null);
        evidence = evidence.and(0.4);
        isOfTalk = true;
      }
    }
  }

  private SeenTalk talk(Surroundings around, Evidence all, boolean ofTalk) {
    TitleLine line = TitleLine.plain(title);
    Evidence told = all;
    if (!line.isTitle() || title.length() < 3 || around.elsewhere()) {
      told = told.atMost(0.2);
    } else if (!ofTalk) {
      told = told.atMost(0.6);
    }
    String verdict = Words.verdictIn(phrase.words());
    return new SeenTalk(
        title,
        speakers,
        links.all(),
        kind == TalkKind.TALK ? around.kind() : kind,
        verdict.isEmpty() ? null : TierWords.verdict(verdict).orElse(null),
        told);
  }
}
