package org.conferencedigest.notes.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/** What the blocks below a heading say of the talk that it is about. */
final class SectionReading {

  /** How many blocks of a section are looked at for its talk. */
  private static final int LOOKED_AT = 40;

  private static final Pattern BYLINE =
      Pattern.compile(
          "^[\\s\\-–—~*_>]*(?:(?:" + Words.BY + ")[:\\s]\\s*)?", Pattern.CASE_INSENSITIVE);

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

  private SectionReading(
      TitleLine line, List<Speaker> speakers, TalkLinks links, Evidence evidence) {
    this.line = line;
    this.links = links;
    this.title = line.title();
    this.speakers = speakers;
    this.evidence = evidence;
  }

  /** The talk that a heading with these blocks below it is about. */
  static SeenTalk read(Node heading, List<Node> below, String text, Surroundings around) {
    Phrase words = Phrase.of(heading);
    TitleLine line = TitleLine.read(words.words());
    List<Speaker> speakers = line.speakers().stream().map(who -> linked(who, words)).toList();
    TalkLinks links = new TalkLinks();
    Evidence evidence = Evidence.NONE.and(line.weight());
    List<Phrase.Mark> ofTalk =
        words.links().stream()
            .filter(link -> speakers.stream().noneMatch(who -> link.url().equals(who.link())))
            .toList();
    if (!words.links().isEmpty()) {
      boolean recorded =
          !ofTalk.isEmpty()
              && TalkLinks.isOfTalk(TalkLinks.kind(ofTalk.getFirst().url(), line.title(), ""));
      evidence = evidence.and(recorded ? 0.6 : 0.2);
    }
    ofTalk.forEach(link -> links.add(TalkLinks.kind(words, link), link.url(), null));
    SectionReading section = new SectionReading(line, speakers, links, evidence);
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

  /** A link around somebody's name leads to the person, not to the talk. */
  private static Speaker linked(Speaker who, Phrase words) {
    for (Phrase.Mark link : words.links()) {
      if (words.in(link).strip().equals(who.name()) && TalkLinks.isAddress(link.url())) {
        return new Speaker(who.name(), who.role(), who.affiliation(), link.url(), who.text());
      }
    }
    return who;
  }

  private void read(List<Node> below, String text) {
    boolean opening = true;
    String film = null;
    int looked = 0;
    for (Node block : below) {
      if (++looked > LOOKED_AT) {
        break;
      }
      for (String embedded : TalkLinks.embedded(block, text)) {
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
        // A picture may come first.
        opening &= phrase.words().isBlank();
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
    String first = phrase.firstLine();
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
    String first = phrase.firstLine();
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
      ofTalk |= TalkLinks.isOfTalk(TalkLinks.kind(phrase, link));
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
    boolean known = !speakers.isEmpty();
    SeenTalk named = LineReading.named(phrase);
    if (named != null && (same(named.title(), line.title()) || !known)) {
      named(named);
    } else if (!known) {
      introduced(phrase);
    }
    evidence =
        evidence
            .and(Words.aboutTalk(phrase.head()), known ? 0.25 : 0.15)
            .and(known && speakers.stream().anyMatch(who -> speaks(phrase, who)), 0.35);
  }

  /** "Ada showed …", below a heading that names Ada Moss. */
  private static boolean speaks(Phrase phrase, Speaker who) {
    String given = who.name().split("\\s", 2)[0];
    int at = phrase.head().indexOf(given);
    return given.length() > 1 && at >= 0 && Words.speaks(phrase.words(), at + given.length());
  }

  /** The whole title is rather that of the sentence; a heading may be in other words. */
  private void named(SeenTalk talk) {
    title = talk.title();
    speakers = speakers.isEmpty() ? talk.speakers() : speakers;
    talk.links().forEach(link -> links.add(link.kind(), link.url(), null));
    evidence = evidence.and(0.7);
  }

  private void introduced(Phrase phrase) {
    for (Phrase.Mark mark : phrase.marks()) {
      if (mark.isLink() && mark.from() < 400 && same(phrase.in(mark), line.title())) {
        links.add(TalkLinks.kind(phrase, mark), mark.url(), null);
        evidence = evidence.and(0.3);
        break;
      }
    }
    Introduction introduction = Introduction.in(phrase);
    if (introduction != null) {
      speakers = introduction.speakers();
      evidence = evidence.and(introduction.weight());
    }
  }

  private static boolean same(String one, String other) {
    return TalkReader.key(one).equals(TalkReader.key(other)) && !TalkReader.key(one).isEmpty();
  }
}
