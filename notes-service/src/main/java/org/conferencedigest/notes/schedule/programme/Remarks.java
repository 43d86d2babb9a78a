package org.conferencedigest.notes.schedule.programme;

import java.util.ArrayList;
import java.util.List;

/**
 * What whoever imports may want to look at. None of it hindered the import. Bounded: the first ones
 * are kept, the others counted.
 */
public final class Remarks {

  /** How long a sentence is, which may quote the file. */
  private static final int LONGEST = 500;

  private final int most;
  private final List<Remark> remarks = new ArrayList<>();
  private int more;

  /** A remark on something in the file. */
  public record Remark(Place place, String sentence) {}

  public Remarks(int most) {
    this.most = most;
  }

  /** The same so far; what is added to the copy is not added here. */
  public Remarks copy() {
    Remarks copy = new Remarks(most);
    copy.remarks.addAll(remarks);
    copy.more = more;
    return copy;
  }

  public void add(Place place, String sentence) {
    if (remarks.size() < most) {
      remarks.add(new Remark(place, Words.cut(sentence, LONGEST)));
    } else {
      more++;
    }
  }

  public List<Remark> kept() {
    return List.copyOf(remarks);
  }

  /** How many were not kept. */
  public int more() {
    return more;
  }
}
