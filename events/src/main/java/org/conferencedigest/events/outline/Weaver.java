package org.conferencedigest.events.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conferencedigest.events.outline.Piece.Prose;
import org.conferencedigest.events.outline.Piece.SlotLine;

/** Fills an outline's slots, once. */
final class Weaver {

  private final Function<Slot, List<String>> items;
  private final List<Woven> woven = new ArrayList<>();

  /** Whether the line above is the last one of a filled slot. */
  private boolean belowFilledSlot;

  /** Whether a slot between the line above and the next one rendered nothing. */
  private boolean slotVanished;

  Weaver(Function<Slot, List<String>> items) {
    this.items = items;
  }

  List<Woven> weave(List<Piece> pieces) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Prose prose -> prose(prose.markdown());
        case SlotLine line -> slot(line.slot(), line.eol());
      }
    }
    return woven;
  }

  private void prose(String markdown) {
    int from = slotVanished && belowBlankLine() ? blankLineLength(markdown) : 0;
    if (from < markdown.length()) {
      woven.add(new Woven.Prose(markdown.substring(from)));
      belowFilledSlot = false;
    }
    slotVanished = false;
  }

  private void slot(Slot slot, String eol) {
    List<String> texts = items.apply(slot);
    if (texts.isEmpty()) {
      slotVanished = true;
      return;
    }
    String newline = eol.isEmpty() ? "\n" : eol;
    for (int i = 0; i < texts.size(); i++) {
      woven.add(
          new Woven.Item(
              slot,
              i,
              i == 0 && belowFilledSlot ? newline : "",
              bullet(slot),
              texts.get(i),
              i == texts.size() - 1 ? eol : newline.repeat(gap(slot))));
    }
    belowFilledSlot = true;
    slotVanished = false;
  }

  private static String bullet(Slot slot) {
    return switch (slot) {
      case Slot.Tier tier -> tier.bullet();
      case Slot.Entries entries -> entries.bullet();
      case Slot.Entry entry -> entry.bullet();
      case Slot.Tiers tiers -> "";
      case Slot.Days days -> "";
      case Slot.Summary summary -> "";
    };
  }

  private static int gap(Slot slot) {
    return switch (slot) {
      case Slot.Tier tier -> 1;
      case Slot.Entries entries -> entries.gap();
      case Slot.Entry entry -> 1;
      case Slot.Tiers tiers -> Slot.Entries.GAP;
      case Slot.Days days -> Slot.Entries.GAP;
      case Slot.Summary summary -> Slot.Entries.GAP;
    };
  }

  private boolean belowBlankLine() {
    if (woven.isEmpty()) {
      return true;
    }
    String above = woven.getLast().text();
    return above.endsWith("\n\n") || above.endsWith("\n\r\n");
  }

  private static int blankLineLength(String markdown) {
    if (markdown.startsWith("\r\n")) {
      return 2;
    }
    return markdown.startsWith("\n") ? 1 : 0;
  }
}
