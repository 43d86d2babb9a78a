package org.conferencedigest.events.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conferencedigest.events.outline.Piece.Prose;
import org.conferencedigest.events.outline.Piece.SlotLine;
import org.jspecify.annotations.Nullable;

/**
 * A conference's digest as a Markdown document with slots: the author's prose verbatim, and lines
 * that say where tiers, a section's entries, or one entry go. Every text is an outline; a line that
 * is no slot in its canonical spelling, or stands in a fenced code block, is prose.
 *
 * @param pieces one behind the other they are the text; no two prose pieces in a row
 */
public record Outline(List<Piece> pieces) {

  public Outline {
    pieces = List.copyOf(pieces);
  }

  /** Reads a text; {@link #text()} gives it back, character for character. */
  public static Outline parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    Fence fence = new Fence();
    int proseFrom = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int next = newline < 0 ? text.length() : newline + 1;
      int end = next;
      while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
        end--;
      }
      String line = text.substring(start, end);
      Slot slot = fence.isInside(line) ? null : SlotSyntax.parse(line);
      if (slot != null) {
        if (proseFrom < start) {
          pieces.add(new Prose(text.substring(proseFrom, start)));
        }
        pieces.add(new SlotLine(slot, text.substring(end, next)));
        proseFrom = next;
      }
      start = next;
    }
    if (proseFrom < text.length()) {
      pieces.add(new Prose(text.substring(proseFrom)));
    }
    return new Outline(pieces);
  }

  /** The text of this outline. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Prose prose -> text.append(prose.markdown());
        case SlotLine line -> text.append(print(line.slot())).append(line.eol());
      }
    }
    return text.toString();
  }

  /** The slots of this outline, in order. */
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof SlotLine line) {
        slots.add(line.slot());
      }
    }
    return slots;
  }

  /** How a slot is written in the text of an outline, without a line end. */
  public static String print(Slot slot) {
    return SlotSyntax.print(slot);
  }

  /**
   * Puts other pieces in the place of some slots.
   *
   * @param replacement what takes a slot's place; null: the slot stays
   */
  public Outline expand(Function<Slot, @Nullable Outline> replacement) {
    List<Piece> expanded = new ArrayList<>();
    for (Piece piece : pieces) {
      Outline other = piece instanceof SlotLine line ? replacement.apply(line.slot()) : null;
      if (other == null) {
        append(expanded, piece);
      } else {
        other.pieces().forEach(inner -> append(expanded, inner));
      }
    }
    return new Outline(expanded);
  }

  private static void append(List<Piece> pieces, Piece piece) {
    if (piece instanceof Prose(String markdown)
        && !pieces.isEmpty()
        && pieces.getLast() instanceof Prose(String last)) {
      pieces.set(pieces.size() - 1, new Prose(last + markdown));
    } else {
      pieces.add(piece);
    }
  }

  /**
   * Fills the slots. A slot without items takes its line with it, and one blank line where two
   * would be left; a filled slot right below a filled slot is parted from it by a blank line.
   *
   * @param items the items of each slot, in order, as Markdown
   */
  public List<Woven> weave(Function<Slot, List<String>> items) {
    return new Weaver(items).weave(pieces);
  }

  /** The text of a filled outline. */
  public static String join(List<Woven> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.text()));
    return text.toString();
  }
}
