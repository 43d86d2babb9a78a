package org.conferencedigest.notes.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkKind;

/**
 * A line that is a title, and perhaps says who speaks: "Title - Ada Moss", "Title by Ada Moss",
 * "Ada Moss: Title", "Title (Ada Moss)".
 *
 * @param weight how much it speaks for a talk
 */
record TitleLine(String title, List<Speaker> speakers, TalkKind kind, double weight) {

  /** What is longer is no title, whatever it says. In characters. */
  private static final int LONGEST = 500;

  private static final Pattern LEADING =
      Pattern.compile("^[\\s\\p{So}\\p{Sk}\\p{Cf}\\uFE0F#*•·▶►⏩✅⭐]+");
  private static final Pattern NUMBER = Pattern.compile("^(?:\\(?\\d{1,2}[.)]|#\\d{1,2})\\s+");
  private static final Pattern TIME =
      Pattern.compile(
          "^\\d{1,2}(?:[:h.]\\d{2}|h)(?:\\s?[ap]m)?(?:\\s*[-–—~〜]\\s*\\d{1,2}(?:[:h.]\\d{2}|h)(?:\\s?[ap]m)?)?\\s*[-–—:|]?\\s*");
  private static final Pattern KIND =
      Words.pattern(
          "^(?:\\[(?<bracket>[^\\]]{3,20})]|【(?<lens>[^】]{2,20})】|(?<word>(?:\\d{1,2}(?:ère|er|ème|e|st|nd|rd|th) )?(?:opening keynote|closing"
              + " keynote|keynote|talk|workshop|tutorial|panel|lightning"
              + " talk|conférence|atelier|vortrag|charla|palestra|基調講演|キーノート|セッション))\\s*[:：]|(?<dash>keynote|talk|workshop|panel|lightning"
              + " talk)\\s+[-–—]\\s)\\s*");
  private static final Pattern TRAILING = Pattern.compile("[\\s:：\\p{So}★☆⭐\\uFE0F\\u200D]+$");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\s*\\{[:#.][^}]{0,100}}\\s*$");
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+(?:[-–—|·•/]|--|---)\\s+|\\s*(?:—|―|｜)\\s*");
  private static final Pattern BY =
      Pattern.compile("[\\s,\\-–—|:(]+(?:" + Words.BY + ")[:\\s]\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern WITH = Words.pattern("\\s(?:with|mit|con|avec|av)\\s");
  private static final Pattern TALKING =
      Words.pattern(
          "(?<!\\p{L})(?:(?:fireside )?chat|conversation|interview|discussion|panel|talk|session|keynote"
              + "|workshop|q ?& ?a|ama|entretien|échange|gespräch|charla|conversación"
              + "|conversazione|intervista|samtal|gesprek)(?!\\p{L})(?<ends>\\s*$)?");
  private static final Pattern PARENS = Pattern.compile("^(.{2,}?)\\s*[(（]([^()（）]{3,200})[)）]$");
  private static final Pattern QUOTES =
      Pattern.compile("^[\"“„«‹「『《'‘]\\s?(.{2,}?)\\s?[\"”“»›」』》'’]$");

  private static final Pattern QUOTED_FIRST =
      Pattern.compile("^[「『“«](.{2,200}?)[」』”»]\\s*[-–—:：/／,、|]?\\s*([^「『“«」』”»]{2,80})$");

  /** A title on its own. */
  static TitleLine plain(String title) {
    return new TitleLine(unquoted(title), List.of(), TalkKind.TALK, 0);
  }

  static TitleLine read(String written) {
    String line = written.replace('\n', ' ').strip();
    if (line.length() > LONGEST) {
      return plain(line);
    }
    double weight = 0;
    line = ATTRIBUTES.matcher(line).replaceFirst("");
    line = LEADING.matcher(line).replaceFirst("");
    line = NUMBER.matcher(line).replaceFirst("");
    Matcher time = TIME.matcher(line);
    if (time.lookingAt() && time.end() < line.length()) {
      line = line.substring(time.end());
      weight = 0.2;
    }
    TalkKind kind = TalkKind.TALK;
    Matcher prefix = KIND.matcher(line);
    if (prefix.lookingAt() && prefix.end() < line.length() && isKind(prefix)) {
      kind = Words.kind(prefix.group(), TalkKind.TALK);
      line = line.substring(prefix.end());
      weight = 1 - (1 - weight) * 0.7;
    } else {
      kind = Words.kind(firstWords(line), TalkKind.TALK);
    }
    line = trimmed(line);
    TitleLine people = people(line);
    return new TitleLine(
        people.title(), people.speakers(), kind, 1 - (1 - weight) * (1 - people.weight()));
  }

  private static boolean isKind(Matcher prefix) {
    String bracket = prefix.group("bracket");
    String lens = prefix.group("lens");
    String word = bracket != null ? bracket : lens;
    return word == null
        || Words.aboutTalk(word)
        || Words.kind(word, TalkKind.OTHER) != TalkKind.OTHER;
  }

  private static String firstWords(String line) {
    String[] words = line.split("\\s+", 4);
    return String.join(" ", Arrays.copyOf(words, Math.min(3, words.length)));
  }

  private static TitleLine people(String line) {
    Matcher by = BY.matcher(line);
    int from = 0;
    while (by.find(from)) {
      List<Speaker> speakers =
          People.in(line.substring(by.end()).replaceFirst("[)）]$", ""), isExplicit(by.group()));
      String title = line.substring(0, by.start());
      boolean with = WITH.matcher(by.group()).find();
      if (!speakers.isEmpty() && !title.isEmpty() && (!with || isOfPeople(title, speakers))) {
        // "A chat" is no title without them.
        return titled(with && isTalkingAlone(title) ? line : title, speakers, 0.6);
      }
      from = by.start() + 1;
    }
    Matcher quoted = QUOTED_FIRST.matcher(line);
    if (quoted.matches()) {
      List<Speaker> speakers = People.in(quoted.group(2), true);
      if (!speakers.isEmpty()) {
        return titled(quoted.group(1), speakers, 0.5);
      }
    }
    Matcher parens = PARENS.matcher(line);
    if (parens.matches()) {
      List<Speaker> speakers = People.in(parens.group(2), false);
      if (!speakers.isEmpty()) {
        return titled(parens.group(1), speakers, 0.5);
      }
    }
    TitleLine parted = parted(line);
    if (!parted.speakers().isEmpty()) {
      return parted;
    }
    int colon = line.indexOf(": ");
    if (colon > 0 && colon < 80) {
      List<Speaker> speakers = People.in(line.substring(0, colon), false);
      String title = line.substring(colon + 1).strip();
      if (!speakers.isEmpty() && !isSentence(title)) {
        return titled(title, speakers, 0.45);
      }
    }
    return titled(line, List.of(), QUOTES.matcher(line).matches() ? 0.2 : 0);
  }

  /** "A chat with Ada Moss" names who speaks, "Trees with Oak Leaf" perhaps what is used. */
  private static boolean isOfPeople(String title, List<Speaker> with) {
    return with.size() > 1 || TALKING.matcher(title).find();
  }

  /** "Oak Leaf: it holds, mostly." tells of a thing, and names nothing. */
  private static boolean isSentence(String title) {
    return title.endsWith(".") && Character.isLowerCase(title.codePointAt(0));
  }

  private static boolean isTalkingAlone(String title) {
    Matcher talking = TALKING.matcher(title);
    return talking.find() && talking.group("ends") != null;
  }

  private static boolean isExplicit(String by) {
    return !Words.pattern("\\s(?:with|mit|con|di|av|avec|von|por|door)\\s").matcher(by).find();
  }

  private static TitleLine parted(String line) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    List<String> segments = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(line);
    int from = 0;
    while (separator.find()) {
      segments.add(line.substring(from, separator.start()));
      from = separator.end();
      starts.add(from);
    }
    segments.add(line.substring(from));
    int last = segments.size() - 1;
    while (last > 0 && segments.get(last).chars().noneMatch(Character::isLetterOrDigit)) {
      last--;
    }
    String first = segments.getFirst();
    if (last > 0) {
      int end = starts.get(last) + segments.get(last).length();
      List<Speaker> speakers = People.in(segments.get(last), false);
      if (!speakers.isEmpty()) {
        String title = line.substring(0, starts.get(last));
        if (last == 1 && People.isName(first)) {
          // "Ada Moss - Bo Flint" names no talk.
          return titled(line.substring(0, end), speakers, 0);
        }
        return titled(withoutSeparator(title), speakers, 0.5);
      }
      speakers = People.in(first, false);
      if (!speakers.isEmpty()) {
        if (People.isRole(segments.get(1)) && !segments.get(1).contains(": ")) {
          Speaker who = speakers.getFirst();
          String more = line.substring(starts.get(1), end);
          return new TitleLine(
              unquoted(line.substring(0, end)),
              speakers.size() > 1
                  ? speakers
                  : People.in(who.name() + " (" + more.replaceAll("[()]", "") + ")", false),
              TalkKind.TALK,
              0.35);
        }
        return titled(line.substring(starts.get(1), end), speakers, 0.45);
      }
    }
    return titled(line, List.of(), 0);
  }

  private static String withoutSeparator(String title) {
    return title.replaceFirst("(?:\\s+(?:[-–—|·•/]|--|---)\\s+|\\s*(?:—|―|｜)\\s*)$", "");
  }

  private static TitleLine titled(String title, List<Speaker> speakers, double weight) {
    return new TitleLine(unquoted(trimmed(title)), speakers, TalkKind.TALK, weight);
  }

  private static String trimmed(String line) {
    String trimmed = TRAILING.matcher(line).replaceFirst("").strip();
    // "Title - ★★★" ends in its separator now.
    trimmed = trimmed.replaceFirst("\\s+[-–—|·]$", "").strip();
    return trimmed.isEmpty() ? line.strip() : trimmed;
  }

  static String unquoted(String title) {
    String stripped = title.strip().replaceFirst("[,;]$", "");
    Matcher quotes = QUOTES.matcher(stripped);
    return quotes.matches() ? quotes.group(1).strip() : stripped;
  }

  /** Whether it can be the title of anything. */
  boolean isTitle() {
    return title.length() <= 300 && title.chars().anyMatch(Character::isLetterOrDigit);
  }
}
