package org.conferencedigest.summary.digest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conferencedigest.events.outline.LinkedText;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.Resolution;

/**
 * A text of a digest: Markdown, and where its links to notes lead in this digest. Immutable; a text
 * whose words and destinations stay is the same object in the next document.
 */
public final class DigestText {

  private static final Destination NOWHERE = new Destination.Nowhere();

  private final LinkedText text;
  private final Map<Target, Destination> destinations;
  private final Memo memo = new Memo();

  private DigestText(LinkedText text, Map<Target, Destination> destinations) {
    this.text = text;
    this.destinations = destinations;
  }

  static DigestText of(String markdown, Links links) {
    LinkedText text = LinkedText.parse(markdown);
    Map<Target, Destination> destinations = new LinkedHashMap<>();
    text.resolve(
        link -> {
          destinations.computeIfAbsent(link.target(), links::of);
          return Resolution.verbatim();
        });
    return new DigestText(text, destinations);
  }

  /** A text outside of any digest: its links to notes lead nowhere. */
  public static DigestText outsideOfDigests(String markdown) {
    return new DigestText(LinkedText.parse(markdown), Map.of());
  }

  /** This text where links lead elsewhere; itself if all lead where they did. */
  DigestText with(Links links) {
    Map<Target, Destination> now = new LinkedHashMap<>();
    destinations.keySet().forEach(target -> now.put(target, links.of(target)));
    return now.equals(destinations) ? this : new DigestText(text, now);
  }

  /** What becomes of links in one format. */
  @FunctionalInterface
  public interface LinkStyle {
    Resolution of(NoteLink link, Destination destination);
  }

  /** The words, links as they were written. */
  public String markdown() {
    return text.markdown();
  }

  /** The words with links as a format writes them. */
  public String resolve(LinkStyle style) {
    return text.resolve(link -> style.of(link, destinations.getOrDefault(link.target(), NOWHERE)));
  }

  /** Keeps what was made of this text. */
  public Memo memo() {
    return memo;
  }

  /** Whether the links of both lead to the same places. */
  boolean leadsWhere(DigestText other) {
    return destinations.equals(other.destinations);
  }

  /** Whether a reader finds the same words and links in both. */
  boolean saysTheSameAs(DigestText other) {
    return this == other
        || (markdown().equals(other.markdown()) && destinations.equals(other.destinations));
  }
}
