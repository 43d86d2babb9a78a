package org.conferencedigest.notes.recognition;

import java.util.List;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A talk as it is seen in a text.
 *
 * @param title as it is written, without marks
 * @param links recordings, slides and the page that the title links to; each address once
 * @param verdict what words beside it say of it; null if they say nothing
 */
public record SeenTalk(
    String title,
    List<Speaker> speakers,
    List<TalkLink> links,
    TalkKind kind,
    @Nullable Verdict verdict,
    Evidence evidence) {

  /** What stands in a text that nobody looked at. */
  public static final SeenTalk NONE =
      new SeenTalk("", List.of(), List.of(), TalkKind.TALK, null, Evidence.NONE);

  public SeenTalk {
    speakers = List.copyOf(speakers);
    links = List.copyOf(links);
  }

  public double confidence() {
    return evidence.confidence();
  }

  public boolean isSure() {
    return confidence() >= Evidence.SURE;
  }

  public boolean isWorthTelling() {
    return confidence() >= Evidence.WORTH_TELLING;
  }

  /** The same, with one more sign that it is a talk: what stands beside it is. */
  public SeenTalk among(double weight) {
    return new SeenTalk(title, speakers, links, kind, verdict, evidence.and(weight));
  }

  /** The same with doubts that no further sign takes away. */
  public SeenTalk unsure() {
    return new SeenTalk(title, speakers, links, kind, verdict, evidence.atMost(0.6));
  }

  /** Whether a text says little more than the title and who speaks: then more is to follow. */
  public boolean isAllOf(String words) {
    int said = title.length();
    for (Speaker speaker : speakers) {
      String text = speaker.text();
      said += text == null ? speaker.name().length() : text.length();
    }
    return words.strip().indexOf('\n') < 0 && words.strip().length() - said < 25;
  }

  /** Where its recording is; null if none is seen. */
  public @Nullable String recording() {
    return links.stream()
        .filter(link -> link.kind() == LinkKind.RECORDING)
        .map(TalkLink::url)
        .findFirst()
        .orElse(null);
  }
}
