package org.conferencedigest.notes.recognition;

import org.conferencedigest.events.TalkKind;

/**
 * What the headings and the sentence above a text let a reader expect.
 *
 * @param talks whether they speak of talks, or of how good these are
 * @param day whether they name a day of the conference
 * @param elsewhere whether they lead to books, other posts and the like
 * @param kind of the talks they announce
 */
public record Surroundings(boolean talks, boolean day, boolean elsewhere, TalkKind kind) {

  /** Nothing in particular. */
  public static final Surroundings NONE = new Surroundings(false, false, false, TalkKind.TALK);

  /** The same beside something that is sure to be a talk. */
  public Surroundings besideTalks() {
    return new Surroundings(true, day, elsewhere, kind);
  }

  /** The same on a day of the conference. */
  public Surroundings onADay() {
    return new Surroundings(talks, true, elsewhere, kind);
  }

  /** Whether a heading says that talks follow, rather than what a whole post is about. */
  public static boolean announcesTalks(String heading) {
    return Words.aboutTalks(heading) && heading.strip().split("\\s+").length <= 4;
  }

  /** The same below one more heading or sentence. */
  public Surroundings below(String words) {
    String head = words.length() > 300 ? words.substring(0, 300) : words;
    return new Surroundings(
        talks || Words.aboutTalks(head) || TierWords.verdict(head).isPresent(),
        day,
        elsewhere || Words.leadsElsewhere(head),
        Words.kind(head, kind));
  }
}
