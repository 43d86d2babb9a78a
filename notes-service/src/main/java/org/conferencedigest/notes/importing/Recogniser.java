package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.conferencedigest.notes.recognition.SeenTalk;

/**
 * Sees what a post is made of. It invents nothing: what it does not know stays the author's prose,
 * and so does what would not come back byte for byte.
 */
final class Recogniser {

  /**
   * How often the post is made again to find out what cannot come back; beyond it, nothing more is
   * recognised.
   */
  private static final int MOST_PROOFS = 40;

  /** How many blocks a post has for each note it may hold; what has more is no post. */
  private static final int MOST_BLOCKS_FOR_EACH = 8;

  private final String text;
  private final HugoRefs refs;
  private final Set<String> linkable;
  private final List<Part> parts;
  private final Sightings sightings;

  /**
   * @param text the post below its front matter
   * @param known the notes there are
   * @param most how many notes a post may hold
   */
  Recogniser(String text, HugoRefs refs, KnownNotes known, Days days, int most) {
    this.text = text;
    this.refs = refs;
    this.linkable = known.linkable();
    List<Block> blocks = Blocks.of(text);
    this.parts = Part.of(blocks.size() > MOST_BLOCKS_FOR_EACH * most ? List.of() : blocks, days);
    this.sightings = new Sightings(text, parts, refs, known, most);
  }

  /**
   * Sees as much as gives the post back.
   *
   * @param givesBack whether what is seen does
   */
  Recognised recognise(Predicate<Recognised> givesBack) {
    List<Sight> all = new ArrayList<>(sightings.tiers());
    all.addAll(sightings.claims());
    Recognised whole = of(all);
    if (all.isEmpty() || givesBack.test(whole)) {
      return whole;
    }
    Proofs proofs = new Proofs(givesBack);
    proofs.add(all);
    return of(proofs.kept);
  }

  /** Finds the pieces that give the post back together, halving those that do not. */
  private final class Proofs {

    private final Predicate<Recognised> givesBack;
    private List<Sight> kept = List.of();
    private int proofs;

    private Proofs(Predicate<Recognised> givesBack) {
      this.givesBack = givesBack;
    }

    private void add(List<Sight> pieces) {
      if (++proofs > MOST_PROOFS) {
        return;
      }
      List<Sight> more = new ArrayList<>(kept);
      more.addAll(pieces);
      if (givesBack.test(of(more))) {
        kept = more;
      } else if (pieces.size() > 1) {
        int half = pieces.size() / 2;
        add(pieces.subList(0, half));
        add(pieces.subList(half, pieces.size()));
      }
    }
  }

  private Recognised of(List<Sight> pieces) {
    Slots slots = new Slots(text, refs, linkable, parts);
    List<TierList> tiers = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (Sight piece : pieces) {
      switch (piece) {
        case TierList tier -> {
          tiers.add(tier);
          slots.tier(tier);
        }
        case Claim claim -> claims.add(claim);
      }
    }
    slots.entries(claims);
    Map<String, SeenTalk> talks = new HashMap<>(sightings.talks());
    talks
        .keySet()
        .removeIf(
            note ->
                !slots.entries().containsKey(note) && !slots.recommendations().containsKey(note));
    return new Recognised(
        slots.outline(),
        parts.stream().filter(part -> part.date() != null || slots.isIn(part)).toList(),
        tiers,
        slots.entries(),
        slots.recommendations(),
        talks,
        sightings.findings().stream().map(finding -> keptOf(finding, slots)).toList());
  }

  private static Finding keptOf(Finding finding, Slots slots) {
    String note = finding.note();
    boolean kept =
        note != null
            && (slots.entries().containsKey(note) || slots.recommendations().containsKey(note));
    return kept ? finding : finding.leftToAuthor();
  }
}
