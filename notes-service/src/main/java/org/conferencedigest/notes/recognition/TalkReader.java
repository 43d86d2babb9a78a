package org.conferencedigest.notes.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/** Reads a heading with what stands below it, an item of a list, or a paragraph as a talk. */
public final class TalkReader {

  /** How many blocks of a section, and how many lines of a list, are looked at for its talk. */
  private static final int LOOKED_AT = 40;

  private static final Pattern BYLINE =
      Pattern.compile(
          "^[\\s\\-–—~*_>]*(?:(?:" + Words.BY + ")[:\\s]\\s*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BY =
      Pattern.compile(
          "^[\\s,\\-–—|:(*_\"”»]*(?:" + Words.BY + ")[:\\s]\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTED = Pattern.compile("^[”\"»]?\\s*[,\\-–—|:(（]+\\s*");
  private static final Pattern PARENTHESES =
      Pattern.compile("[”\"»]?\\s*[(（]([^()（）\\n]{3,200})[)）]");
  private static final Pattern START =
      Pattern.compile(
          "^(?:[\\s\\p{So}\\p{Sk}\\p{Cf}\\uFE0F•·▶►⏩]|\\[[ xX]]"
              + " )*(?:\\d{1,2}[:h.]\\d{2}\\s*[-–—:|]?\\s*)?");
  private static final Pattern QUOTED =
      Pattern.compile("[“\"„«「『](?<title>[^”\"»」』\\n]{4,200})[”\"»」』]");

  private TalkReader() {}

  /** A title at the start of a text, and where it ends. */
  private record Start(
      String title, int from, int end, Phrase.@Nullable Mark mark, boolean quoted) {}

  /**
   * Reads a heading.
   *
   * @param below the blocks that stand right below it, up to the next heading
   */
  public static SeenTalk heading(Node heading, List<Node> below, String text, Surroundings around) {
    Phrase words = Phrase.of(heading);
    TitleLine line = TitleLine.read(words.words());
    TalkLinks links = new TalkLinks();
    Evidence evidence = Evidence.NONE.and(line.weight());
    Phrase.Mark whole = words.links().isEmpty() ? null : words.links().getFirst();
    if (whole != null) {
      LinkKind kind = TalkLinks.kind(whole.url(), line.title(), "");
      evidence = evidence.and(isOfTalk(kind) ? 0.6 : 0.2);
      for (Phrase.Mark link : words.links()) {
        links.add(TalkLinks.kind(words, link), link.url(), null);
      }
    }
    Section section = new Section(line, links, evidence);
    section.read(below, text);
    evidence = section.evidence.and(around.talks(), 0.45).and(around.day(), 0.3);
    boolean ranks = line.speakers().isEmpty() && TierWords.verdict(line.title()).isPresent();
    if (Words.isNoTalk(line.title())
        || !line.isTitle()
        || around.elsewhere()
        || (ranks && line.title().split("\\s+").length < 6)) {
      evidence = evidence.atMost(0.2);
    } else if (section.films > 1) {
      evidence = evidence.atMost(0.5);
    }
    return new SeenTalk(
        section.title,
        section.speakers,
        links.all(),
        line.kind() == TalkKind.TALK ? around.kind() : line.kind(),
        section.verdict,
        evidence);
  }

  /** What a section says of its talk. */
  private static final class Section {

    private final TitleLine line;
    private final TalkLinks links;
    private String title;
    private List<Speaker> speakers;
    private Evidence evidence;
    private @Nullable Verdict verdict;

    /** Whether it lists what there is of the talk. */
    private boolean told;

    private @Nullable String slides;
    private int slidesInProse;

    /** Films that stand in its prose. */
    private int films;

    private Section(TitleLine line, TalkLinks links, Evidence evidence) {
      this.line = line;
      this.links = links;
      this.title = line.title();
      this.speakers = line.speakers();
      this.evidence = evidence;
    }

    private void read(List<Node> below, String text) {
      boolean opening = true;
      String film = null;
      int looked = 0;
      for (Node block : below) {
        if (++looked > LOOKED_AT) {
          break;
        }
        for (String embedded : TalkLinks.embedded(sourceOf(block, text))) {
          films += embedded.equals(film) ? 0 : 1;
          film = embedded;
        }
        if (block instanceof Paragraph) {
          Phrase phrase = Phrase.of(block);
          verdictOf(phrase);
          if (opening && isByline(phrase)) {
            byline(phrase);
            continue;
          }
          if (opening && isTalkLine(phrase)) {
            talkLine(phrase);
            continue;
          }
          for (Phrase.Mark link : phrase.links()) {
            if (TalkLinks.isRecording(link.url()) && !link.url().equals(film)) {
              films++;
              film = link.url();
            } else if (TalkLinks.kind(phrase, link) == LinkKind.SLIDES) {
              slidesInProse++;
              slides = link.url();
            }
          }
          if (opening && !told) {
            opening(phrase);
          }
          opening = false;
        } else if (block instanceof ListBlock list && opening && isTold(list)) {
          told = true;
          evidence = evidence.and(links.isEmpty() ? 0.3 : 0.5);
        } else if (!(block instanceof HtmlBlock)) {
          opening = opening && block instanceof Block && !(block instanceof ListBlock);
        }
      }
      if (film != null && films == 1 && !links.has(LinkKind.RECORDING) && !told) {
        links.add(LinkKind.RECORDING, film, null);
        evidence = evidence.and(0.5);
      } else if (links.has(LinkKind.RECORDING)) {
        films = 0;
      }
      if (slides != null && slidesInProse == 1 && !links.has(LinkKind.SLIDES) && !told) {
        links.add(LinkKind.SLIDES, slides, null);
        evidence = evidence.and(0.3);
      }
    }

    private void verdictOf(Phrase phrase) {
      String words = Words.verdictIn(phrase.words());
      if (verdict == null && !words.isEmpty()) {
        verdict = TierWords.verdict(words).orElse(null);
        evidence = evidence.and(verdict != null, 0.3);
      }
    }

    /** "--- [Ada Moss](…) - [[Slides](…)]", "Speaker: Ada Moss", "by Ada Moss". */
    private boolean isByline(Phrase phrase) {
      String first = firstLine(phrase);
      Matcher label = Words.speakerLabel().matcher(first);
      if (label.find()) {
        return true;
      }
      Matcher start = BYLINE.matcher(first);
      return People.arePeople(nameHalf(first))
          || (first.length() < 300
              && start.lookingAt()
              && !start.group().isBlank()
              && People.at(phrase, start.end(), true) != null);
    }

    /** "Ada Moss, Quarry | Video": what stands before the first bar. */
    private static String nameHalf(String line) {
      return line.split("\\s[|·•]\\s", 2)[0];
    }

    private void byline(Phrase phrase) {
      String first = firstLine(phrase);
      Matcher label = Words.speakerLabel().matcher(first);
      boolean labelled = label.find();
      Matcher start = BYLINE.matcher(first);
      int from = labelled ? label.end() : start.lookingAt() ? start.end() : 0;
      List<Speaker> whole = People.in(nameHalf(first.substring(from)), labelled);
      People.Found found = People.at(phrase, from, true);
      if (speakers.isEmpty()) {
        boolean linked = found != null && found.speakers().stream().anyMatch(s -> s.link() != null);
        speakers = found != null && (linked || whole.isEmpty()) ? found.speakers() : whole;
      }
      evidence = evidence.and(0.6);
      linksOf(phrase);
      told = !links.isEmpty();
    }

    /** A line that is nothing but links: "▶ [Title - Ada Moss](…)", "[Video](…) | [Slides](…)". */
    private static boolean isTalkLine(Phrase phrase) {
      if (phrase.links().isEmpty() || phrase.words().length() > 500) {
        return false;
      }
      StringBuilder rest = new StringBuilder();
      int from = 0;
      boolean ofTalk = false;
      for (Phrase.Mark link : phrase.links()) {
        rest.append(phrase.words(), Math.min(from, link.from()), link.from());
        from = Math.max(from, link.to());
        ofTalk |= isOfTalk(TalkLinks.kind(phrase, link));
      }
      rest.append(phrase.words().substring(from));
      String words =
          Words.SLIDES.matcher(Words.RECORDING.matcher(rest).replaceAll("")).replaceAll("");
      return ofTalk && words.chars().filter(Character::isLetterOrDigit).count() < 6;
    }

    private void talkLine(Phrase phrase) {
      linksOf(phrase);
      told = true;
      evidence = evidence.and(0.65);
      Phrase.Mark link = phrase.links().getFirst();
      String label = phrase.in(link);
      if (label.length() > 15 && label.strip().indexOf(' ') > 0 && !TalkLinks.isAddress(label)) {
        TitleLine named = TitleLine.read(label);
        if (named.isTitle()) {
          title = named.title();
          speakers = speakers.isEmpty() ? named.speakers() : speakers;
          evidence = evidence.and(named.weight() / 2);
        }
      }
    }

    private void linksOf(Phrase phrase) {
      for (Phrase.Mark link : phrase.links()) {
        LinkKind kind = TalkLinks.kind(phrase, link);
        if (kind != LinkKind.OTHER) {
          links.add(kind, link.url(), null);
        }
      }
    }

    /** A list of "Slides: …" and "Video: …"; of those to come, too. */
    private boolean isTold(ListBlock list) {
      int lines = 0;
      List<Phrase> told = new ArrayList<>();
      for (@Nullable Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        Phrase phrase = item.getFirstChild() instanceof Paragraph p ? Phrase.of(p) : Phrase.EMPTY;
        String words = phrase.words();
        String head = words.substring(0, Math.min(40, words.length()));
        Matcher label = Words.speakerLabel().matcher(words);
        if (label.find()) {
          People.Found found = People.at(phrase, label.end(), true);
          if (speakers.isEmpty() && found != null) {
            speakers = found.speakers();
          }
          told.add(phrase);
        } else if (words.length() < 200
            && (Words.SLIDES.matcher(head).find() || Words.RECORDING.matcher(head).find())) {
          told.add(phrase);
        }
        if (++lines > 12) {
          return false;
        }
      }
      if (told.isEmpty() || told.size() * 2 < lines) {
        return false;
      }
      told.forEach(this::linksOf);
      return true;
    }

    /** The first words of its prose: they may name the talk and who gave it. */
    private void opening(Phrase phrase) {
      String words = phrase.words();
      for (Phrase.Mark mark : phrase.marks()) {
        if (mark.from() < 400 && same(phrase.in(mark), line.title())) {
          Matcher by = BY.matcher(words).region(mark.to(), words.length());
          People.Found found = by.lookingAt() ? People.at(phrase, by.end(), true) : null;
          if (found != null) {
            speakers = speakers.isEmpty() ? found.speakers() : speakers;
            evidence = evidence.and(0.7);
          }
          if (mark.isLink()) {
            links.add(TalkLinks.kind(phrase, mark), mark.url(), null);
            evidence = evidence.and(0.3);
          }
          break;
        }
      }
      evidence = evidence.and(Words.aboutTalk(head(words)), 0.15);
    }
  }

  /** Reads an item of a list. */
  public static SeenTalk item(ListItem item, String text, Surroundings around) {
    Phrase phrase =
        item.getFirstChild() instanceof Paragraph first ? Phrase.of(first) : Phrase.EMPTY;
    Reading reading = new Reading(phrase);
    Start start = start(phrase);
    if (start != null) {
      reading.marked(start);
    } else {
      start = reading.named();
      if (start == null) {
        reading.line();
      }
    }
    reading.links(start);
    for (@Nullable Node more = item.getFirstChild(); more != null; more = more.getNext()) {
      reading.nested(more, text);
    }
    boolean ofTalk = reading.isOfTalk || around.talks() || Words.aboutTalk(head(phrase.words()));
    // Where it stands is no sign on its own.
    Evidence own =
        reading.evidence.confidence() > 0 ? reading.evidence : reading.evidence.atMost(0.3);
    return reading.talk(around, own.and(around.talks(), 0.3), ofTalk);
  }

  /** Reads a paragraph. */
  public static SeenTalk paragraph(Node paragraph, String text, Surroundings around) {
    Phrase phrase = Phrase.of(paragraph);
    Reading reading = new Reading(phrase);
    Start start = start(phrase);
    boolean within = start == null;
    if (within) {
      start = within(phrase);
    }
    if (start == null) {
      return reading.talk(around, Evidence.NONE, false);
    }
    reading.marked(start);
    reading.links(start);
    boolean talks = Words.aboutTalk(head(phrase.words()));
    Evidence evidence =
        reading.evidence.and(talks, 0.2).and(around.talks(), 0.3).and(around.day(), 0.2);
    SeenTalk seen = reading.talk(around, evidence, reading.isOfTalk || talks || around.talks());
    return others(phrase, start) ? seen.unsure() : seen;
  }

  /** Whether it names another talk, too: then it is about more than one. */
  private static boolean others(Phrase phrase, Start start) {
    for (Phrase.Mark mark : phrase.marks()) {
      if (mark.from() >= start.end()) {
        Matcher by =
            Pattern.compile("[”\"»]?\\s+by\\s+")
                .matcher(phrase.words())
                .region(mark.to(), phrase.words().length());
        if (by.lookingAt() && People.at(phrase, by.end(), true) != null) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable Start start(Phrase phrase) {
    Matcher junk = START.matcher(phrase.words());
    int from = junk.lookingAt() ? junk.end() : 0;
    return startAt(phrase, from);
  }

  private static @Nullable Start startAt(Phrase phrase, int from) {
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
  private static @Nullable Start within(Phrase phrase) {
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

  /** What is read of an item or a paragraph. */
  private static final class Reading {

    private final Phrase phrase;
    private final TalkLinks links = new TalkLinks();
    private String title = "";
    private List<Speaker> speakers = List.of();
    private Evidence evidence = Evidence.NONE;
    private TalkKind kind = TalkKind.TALK;

    /** Whether something of it belongs to talks and to nothing else. */
    private boolean isOfTalk;

    private Reading(Phrase phrase) {
      this.phrase = phrase;
    }

    private void marked(Start start) {
      String words = phrase.words();
      TitleLine line = TitleLine.read(start.title());
      title = line.title();
      speakers = line.speakers();
      kind = line.kind();
      evidence = evidence.and(line.weight());
      Phrase.Mark link = phrase.linkAround(start.from(), start.end());
      if (link != null) {
        boolean talks = isOfTalk(TalkLinks.kind(link.url(), "", ""));
        evidence = evidence.and(talks ? 0.6 : 0.3);
        isOfTalk |= talks;
      } else {
        evidence = evidence.and(0.3);
      }
      Matcher by = BY.matcher(words).region(start.end(), words.length());
      Matcher parted = PARTED.matcher(words).region(start.end(), words.length());
      if (People.isName(title)) {
        // "**Ada Moss** – *Title*", "[Ada Moss](…): Title".
        named(start, parted);
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

    /** "(Ada Moss, Quarry; Bo Flint)" behind a title. */
    private List<Speaker> inParentheses(int from) {
      Matcher parens = PARENTHESES.matcher(phrase.words()).region(from, phrase.words().length());
      return parens.lookingAt() && phrase.linkAround(parens.start(1), parens.end(1)) == null
          ? People.in(parens.group(1), false)
          : List.of();
    }

    private void named(Start start, Matcher parted) {
      List<Speaker> who = People.in(start.title(), true);
      Start second = parted.lookingAt() ? startAt(phrase, parted.end()) : null;
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
      Matcher junk = START.matcher(phrase.words());
      People.Found found = People.at(phrase, junk.lookingAt() ? junk.end() : 0, false);
      if (found == null) {
        return null;
      }
      Matcher parted = PARTED.matcher(phrase.words()).region(found.end(), phrase.words().length());
      Start second = parted.lookingAt() ? startAt(phrase, parted.end()) : null;
      if (second == null || People.isName(second.title())) {
        return null;
      }
      title = TitleLine.unquoted(second.title());
      speakers = found.speakers();
      evidence = evidence.and(0.55);
      Phrase.Mark link = phrase.linkAround(second.from(), second.end());
      if (link != null) {
        boolean talks = isOfTalk(TalkLinks.kind(link.url(), "", ""));
        evidence = evidence.and(talks ? 0.4 : 0.2);
        isOfTalk |= talks;
      }
      return second;
    }

    /** "Title - by Ada Moss", without marks. */
    private void line() {
      String first = withoutAsides();
      int colon = first.length() > 250 ? first.indexOf(". ") : -1;
      TitleLine line = TitleLine.read(colon > 0 ? first.substring(0, colon) : first);
      title = line.title();
      speakers = line.speakers();
      kind = line.kind();
      evidence = evidence.and(line.speakers().isEmpty() ? 0 : line.weight());
    }

    /** The first line without addresses, and without "(video)" and the like. */
    private String withoutAsides() {
      StringBuilder line = new StringBuilder(firstLine(phrase));
      for (Phrase.Mark link : phrase.links().reversed()) {
        boolean aside =
            TalkLinks.isAddress(phrase.in(link))
                || (isOfTalk(TalkLinks.kind(phrase, link)) && link.to() - link.from() < 20);
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
        if (isOfTalk(of) && (of != LinkKind.RECORDING || recordings++ == 0 || link.equals(own))) {
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
            if (isOfTalk(of) && !(of == LinkKind.RECORDING && links.has(of))) {
              links.add(of, link.url(), null);
              evidence = evidence.and(0.4);
              isOfTalk = true;
            }
          }
        }
      } else if (!links.has(LinkKind.RECORDING)) {
        for (String film : TalkLinks.embedded(sourceOf(block, text))) {
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

  /** What a heading, an item or a paragraph begins with, as one line without marks. */
  public static String words(Node block) {
    return Phrase.of(block).words();
  }

  /** Where an item links to on its own page, without {@code #}; empty if it does not. */
  public static String anchor(ListItem item) {
    if (item.getFirstChild() instanceof Paragraph first) {
      for (Phrase.Mark link : Phrase.of(first).links()) {
        if (link.url().startsWith("#")) {
          return link.url().substring(1);
        }
      }
    }
    return "";
  }

  private static boolean isOfTalk(LinkKind kind) {
    return kind == LinkKind.RECORDING || kind == LinkKind.SLIDES;
  }

  private static String firstLine(Phrase phrase) {
    return phrase.words().lines().findFirst().orElse("");
  }

  private static String head(String words) {
    return words.substring(0, Math.min(300, words.length()));
  }

  private static boolean same(String one, String other) {
    return key(one).equals(key(other)) && !key(one).isEmpty();
  }

  /** What is left of a title when case, spaces and signs do not matter. */
  public static String key(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "");
  }

  private static String sourceOf(Node block, String text) {
    var spans = block.getSourceSpans();
    if (spans.isEmpty()) {
      return "";
    }
    int from = spans.getFirst().getInputIndex();
    int to = spans.getLast().getInputIndex() + spans.getLast().getLength();
    return text.substring(from, Math.min(to, from + 4_000));
  }
}
