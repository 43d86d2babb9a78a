package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.conferencedigest.events.outline.Slot;
import org.jspecify.annotations.Nullable;

/** Entries that follow each other, parted by the same number of line ends and by nothing else. */
final class EntryRun {

  private static final int WIDEST_GAP = 9;

  private final List<Claim> claims = new ArrayList<>();
  private final Bullet bullet;
  private int gap = Slot.Entries.GAP;

  EntryRun(Claim first, Bullet bullet) {
    this.claims.add(first);
    this.bullet = bullet;
  }

  /**
   * The last entry as a run of its own, if the next one stands on the line below it: two that
   * adjoin cannot be parted.
   *
   * @return null if it stays here
   */
  @Nullable EntryRun partedBefore(Claim next, Bullet itsBullet, String text) {
    if (claims.size() < 2
        || gap == 1
        || !bullet.equals(itsBullet)
        || gap(text, to(), next.from()) != 1) {
      return null;
    }
    EntryRun last = new EntryRun(claims.removeLast(), bullet);
    if (claims.size() == 1) {
      gap = Slot.Entries.GAP;
    }
    return last;
  }

  /** Takes the next entry of a part, if it goes on with this run. */
  boolean takes(Claim next, Bullet itsBullet, String text) {
    int between = gap(text, to(), next.from());
    // The line end behind a run is the one that parts its entries.
    String eol = Slots.eolAt(text, to());
    boolean goesOn =
        between > 0
            && bullet.equals(itsBullet)
            && (claims.size() == 1 || gap == between)
            && (eol != null
                && (next.to() == text.length()
                    ? eol.equals("\n")
                    : eol.equals(Slots.eolAt(text, next.to()))));
    if (goesOn) {
      gap = between;
      claims.add(next);
    }
    return goesOn;
  }

  /** How many line ends of one kind stand there; 0 if anything else does, or too many. */
  private static int gap(String text, int from, int to) {
    String eol = Slots.eolAt(text, from);
    if (eol == null || (to - from) % eol.length() != 0) {
      return 0;
    }
    int count = (to - from) / eol.length();
    return count <= WIDEST_GAP && text.substring(from, to).equals(eol.repeat(count)) ? count : 0;
  }

  List<Claim> claims() {
    return claims;
  }

  Bullet bullet() {
    return bullet;
  }

  int gap() {
    return gap;
  }

  /** Whether its entries stand on adjoining lines. */
  boolean isTight() {
    return claims.size() > 1 && gap == 1;
  }

  int from() {
    return claims.getFirst().from();
  }

  int to() {
    return claims.getLast().to();
  }

  /**
   * The run that stands for its part, where further entries are to go: the longest of several, or
   * the one that is all there is. An entry among prose is none.
   */
  static @Nullable EntryRun main(List<EntryRun> runs, Part part) {
    return runs.stream()
        .filter(run -> run.claims.size() > 1 || part.blocks().size() == 1)
        // The first of the longest.
        .max(Comparator.comparingInt(run -> run.claims.size()))
        .orElse(null);
  }
}
