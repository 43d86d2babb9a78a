package org.conferencedigest.notes.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Reads who speaks. A name is two to four words with capitals, or what stands where names stand.
 */
final class People {

  private static final String WORD =
      "(?:(?:Dr|Prof|St|Mr|Ms|Mrs)\\.|\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|\\p{Lu}[\\p{L}\\p{M}'’-]*)";
  private static final String PARTICLE =
      "(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ben|ibn|ter|ten|af|zu)";
  private static final String NAME =
      WORD + "(?:[ \\u00a0](?:" + PARTICLE + "[ \\u00a0]){0,2}" + WORD + "){1,3}";
  private static final String AND =
      "(?:\\s*[,&+、]\\s*(?:and |et |und |y |e |i )?|\\s+(?:and|et|und|y|e|i|en|och|og|и|و|ו)\\s+)";

  private static final Pattern NAME_HERE = Pattern.compile(NAME);
  private static final Pattern PARENS_HERE = Pattern.compile("\\s*\\(([^()]{1,120})\\)");
  private static final Pattern AND_HERE = Pattern.compile(AND);
  private static final Pattern WHOLE_NAME = Pattern.compile(NAME);
  private static final Pattern AT_HERE =
      Pattern.compile(
          "\\s*(?:,\\s*)?(?:\\bat |\\bfrom |\\bof |@ ?|\\bchez |\\bde chez |\\bvon der |\\bbei"
              + " )(?<org>\\p{Lu}[\\p{L}\\p{Nd}&'’.\\-]*(?: \\p{Lu}[\\p{L}\\p{Nd}&'’.\\-]*){0,3})");
  private static final Pattern HONORIFIC = Pattern.compile("^(.{1,30}?)\\s*(?:さん|氏|様|先生|님)$");
  private static final Pattern CASELESS = Pattern.compile("[\\p{Lo}\\p{M}・\\-'’ ]{2,40}");

  private static final Pattern ROLE =
      Words.pattern(
          "(?<!\\p{L})(?:director|engineer|engineering|cto|ceo|cio|vp|manager|developer|lead|founder|co-?founder|architect|professor|scientist|head"
              + " of|evangelist|advocate|consultant|researcher|author|creator|maintainer"
              + "|principal|staff|senior|designer|analyst|student|fellow|chair|president|officer|sre|inc|ltd|gmbh"
              + "|corp|labs?|technologies|systems|university|software|foundation|group|bank|institute|media|hub|works"
              + "|ingénieure?|employée?|développeu(?:r|se)|directeur|directrice|entwickler(?:in)?|universität|université|universidad)(?!\\p{L})");

  /** Words with capitals that are part of titles, not of names. */
  private static final Set<String> NO_NAMES =
      Set.of(
          """
          a an the how why what when where who to for with your my our in on and or from is are
          not no it you we this that new day keynote keynotes talk talks track session sessions
          workshop panel summary part best practices thoughts closing opening wrap big data
          machine learning open source deep cloud native platform web code design security
          testing building using introduction intro conclusion questions beyond between about
          towards toward into under over after before first last next morning afternoon evening
          monday tuesday wednesday thursday friday saturday sunday january february march april
          june july august september october november december social network performance
          distributed systems system service services developer development programming
          functional modern future state art real world time life team teams user experience
          conference conf summit camp meetup google microsoft amazon apple kubernetes docker
          python java javascript rust ruby rails linux react spark kafka postgres lightning
          other notable more hallway slides video youtube twitter github live demo mesh operator
          api le la les un une comment pourquoi der die das ein eine wie warum los las cómo qué
          unreal engine artificial intelligence quantum computing green continuous delivery
          integration domain driven event things internet women tech room hall stage great good
          bad final coming soon command line high level zero trust static site edge server
          client apache spring boot studio visual azure hat framework project foundation stack
          planner fields required france suisse digital
          """
              .strip()
              .split("\\s+"));

  /** "Ada Le Goff", "Bo La Mer": articles that are part of names, too, but begin none. */
  private static final Set<String> ARTICLES = Set.of("Le", "La", "Les", "Das", "Los", "Las");

  /** How abstract nouns and participles end, and hardly any name. */
  private static final Pattern NO_NAME_ENDS =
      Pattern.compile(
          "(?:.{3}ing|ency|ancy|tion|tions|sion|sions|ment|ments|ness|ism|ology|ics|ware|ability|ality|ivity|ized|ised|-[Bb]ased|-[Dd]riven|-[Ff]irst|-[Oo]riented)$");

  private static final int MOST = 8;

  private People() {}

  /** People, and where in the text they end. */
  record Found(List<Speaker> speakers, int end) {}

  /** Whether that reads as the name of a person. */
  static boolean isName(String text) {
    return isName(text, false);
  }

  /**
   * Whether that reads as the name of a person.
   *
   * @param besideNames whether names stand beside it: then "Ada ROE" is one, too
   */
  private static boolean isName(String text, boolean besideNames) {
    String name = text.strip();
    if (name.length() > 60 || !WHOLE_NAME.matcher(name).matches() || isRole(name)) {
      return false;
    }
    String[] words = name.split("[ \\u00a0]");
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean article = i > 0 && ARTICLES.contains(word);
      if ((!article && NO_NAMES.contains(word.toLowerCase(java.util.Locale.ROOT)))
          || (isAcronym(word) && !(besideNames && name.endsWith(' ' + word)))
          || NO_NAME_ENDS.matcher(word).find()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAcronym(String word) {
    return word.length() > 1
        && word.length() < 5
        && !word.matches("I{2,3}|IV|VI*")
        && word.chars().allMatch(Character::isUpperCase)
        && word.indexOf('.') < 0;
  }

  /** Whether that reads as what somebody does, or where. */
  static boolean isRole(String text) {
    return ROLE.matcher(text).find();
  }

  /**
   * The names that a text begins with, from a position on: "Ada Moss (Quarry), Bo Flint and …".
   *
   * @param phrase for the links of names, and for names that are links
   * @return null if none stands there
   */
  static @Nullable Found at(Phrase phrase, int from, boolean expected) {
    String words = phrase.words();
    List<Speaker> speakers = new ArrayList<>();
    int position = from;
    int end = from;
    while (speakers.size() < MOST && position < words.length()) {
      Phrase.Mark mark = phrase.beginningAt(position);
      Matcher name = NAME_HERE.matcher(words).region(position, words.length());
      String named = name.lookingAt() ? longestName(name.group()) : "";
      String found = named;
      String more = null;
      if (mark != null && isWorthAName(phrase, mark, expected)) {
        found = phrase.in(mark).strip();
        position = mark.to();
      } else if (!named.isEmpty()) {
        position += named.length();
      } else {
        break;
      }
      Matcher parens = PARENS_HERE.matcher(words).region(position, words.length());
      if (parens.lookingAt() && isAboutPerson(phrase, parens)) {
        more = parens.group(1);
        position = parens.end();
      }
      Matcher at = AT_HERE.matcher(words).region(position, words.length());
      if (more == null && at.lookingAt()) {
        more = at.group("org");
        position = at.end();
      }
      Phrase.Mark link = phrase.linkAround(position - 1, position);
      if (mark != null && mark.isLink()) {
        link = mark;
      }
      int start = speakers.isEmpty() ? from : end;
      speakers.add(
          speaker(
              found,
              more,
              link == null ? null : link.url(),
              words.substring(start, position).replaceFirst("^" + AND, "").strip()));
      end = position;
      Matcher and = AND_HERE.matcher(words).region(position, words.length());
      if (!and.lookingAt()) {
        break;
      }
      position = and.end();
    }
    return speakers.isEmpty() ? null : new Found(speakers, end);
  }

  /** As many of these words as read as a name; empty if no two do. */
  private static String longestName(String words) {
    String name = words;
    while (!isName(name)) {
      int last = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\u00a0'));
      if (last < 0) {
        return "";
      }
      name = name.substring(0, last);
    }
    return name;
  }

  /** Whether what stands in parentheses behind a name is about the person, not about the talk. */
  private static boolean isAboutPerson(Phrase phrase, Matcher parens) {
    String words = parens.group(1);
    Phrase.Mark link = phrase.linkAround(parens.start(1), parens.end(1));
    return !Words.SLIDES.matcher(words).find()
        && !Words.RECORDING.matcher(words).find()
        && (link == null || !TalkLinks.isRecording(link.url()));
  }

  private static boolean isWorthAName(Phrase phrase, Phrase.Mark mark, boolean expected) {
    String words = phrase.in(mark).strip();
    return isName(words)
        || (expected
            && words.length() <= 40
            && !words.isEmpty()
            && mark.kind() == Phrase.Kind.LINK
            && words.matches(
                "@?[\\p{L}][\\p{L}\\p{M}\\p{Nd}'’._・-]*(?:"
                    + " [\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*){0,3}")
            && !NO_NAMES.contains(words.split(" ")[0].toLowerCase(java.util.Locale.ROOT))
            && !Words.SLIDES.matcher(words).find()
            && !Words.RECORDING.matcher(words).find());
  }

  /**
   * The people that a whole text names, and nothing else: "Ada Moss, Quarry & Bo Flint".
   *
   * @param expected whether people are sure to stand there, so that scripts without capitals are
   *     taken, too
   * @return empty if it says something else
   */
  static List<Speaker> in(String text, boolean expected) {
    String whole = text.strip().replaceAll("[\\s.。:：]+$", "");
    if (whole.isEmpty() || whole.length() > 300) {
      return List.of();
    }
    List<Speaker> speakers = new ArrayList<>();
    String[] groups =
        whole.split("\\s*[&;；]\\s*|\\s+(?:and|et|und|y|en|och|og|и)\\s+|、|\\s+\\+\\s+");
    boolean beside = Arrays.stream(groups).anyMatch(People::isName) && groups.length > 1;
    for (String group : groups) {
      boolean named = beside && isName(group, true);
      if (named) {
        speakers.add(speaker(group.strip(), null, null, group.strip()));
      } else if (!group(group.strip(), expected, speakers)) {
        return List.of();
      }
    }
    return speakers.size() > MOST ? List.of() : speakers;
  }

  private static boolean group(String group, boolean expected, List<Speaker> speakers) {
    Matcher parens = Pattern.compile("^(.{2,60}?)\\s*[(（]([^()（）]{1,120})[)）]$").matcher(group);
    if (parens.matches() && isPerson(parens.group(1), expected)) {
      speakers.add(speaker(bare(parens.group(1)), parens.group(2), null, group));
      return true;
    }
    String[] parts = group.split("\\s*,\\s*");
    if (!isPerson(parts[0], expected)) {
      return false;
    }
    boolean allNames = parts.length > 1;
    for (int i = 1; i < parts.length; i++) {
      allNames &= isName(parts[i]) && !isRole(parts[i]);
    }
    if (parts.length == 1 || allNames) {
      for (String part : parts) {
        speakers.add(speaker(bare(part), null, null, part));
      }
    } else {
      String rest = group.substring(parts[0].length()).replaceFirst("^\\s*,\\s*", "");
      speakers.add(speaker(bare(parts[0]), rest, null, group));
    }
    return true;
  }

  /** Whether it reads as people and nothing else: with a name in it, at that. */
  static boolean arePeople(String text) {
    return text.length() < 200 && !in(text, false).isEmpty();
  }

  private static boolean isPerson(String text, boolean expected) {
    return isName(text)
        || HONORIFIC.matcher(text).matches()
        || (expected && CASELESS.matcher(text).matches())
        || (expected && text.matches("@[\\w.-]{2,40}"));
  }

  private static String bare(String name) {
    Matcher honorific = HONORIFIC.matcher(name.strip());
    return honorific.matches() ? honorific.group(1) : name.strip();
  }

  private static Speaker speaker(
      String name, @Nullable String more, @Nullable String link, String text) {
    String role = null;
    String affiliation = null;
    if (more != null) {
      String[] parts = more.strip().split("\\s*(?:,|@| at | chez | bei )\\s*", 2);
      boolean first = ROLE.matcher(parts[0]).find() && parts.length > 1;
      role = first ? parts[0] : null;
      affiliation = first ? parts[1].strip() : more.strip();
      if (!first && isJob(more)) {
        role = more.strip();
        affiliation = null;
      }
    }
    String url = link != null && TalkLinks.isAddress(link) ? link : null;
    return new Speaker(name, role, affiliation, url, text.isBlank() ? null : text);
  }

  private static boolean isJob(String text) {
    return Words.pattern(
            "(?<!\\p{L})(?:engineer|cto|ceo|vp|manager|developer|founder|architect|professor|scientist|evangelist"
                + "|advocate|consultant|researcher|author|creator|maintainer|director)(?!\\p{L})")
        .matcher(text)
        .find();
  }
}
