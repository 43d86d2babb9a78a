package org.conferencedigest.foundation.outbox;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one instance says to the others on its database.
 *
 * @param sender a name of the instance that no other has
 * @param lanes in which rows wait that the sender cannot send
 */
record OutboxNotification(String sender, BitSet lanes) {

  private static final Pattern TEXT =
      Pattern.compile("([0-9a-f-]{36}) ([0-9]{1,2}(?:,[0-9]{1,2})*)");

  /** Returns it as the payload of a {@code NOTIFY}. */
  String text() {
    return sender
        + " "
        + lanes.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  /**
   * Reads a payload. One of another form, as an earlier version sends it, may be of any instance
   * and of any lane.
   */
  static OutboxNotification parse(String payload) {
    BitSet lanes = new BitSet(Lane.COUNT);
    Matcher matcher = TEXT.matcher(payload);
    if (!matcher.matches()) {
      lanes.set(0, Lane.COUNT);
      return new OutboxNotification("", lanes);
    }
    for (String lane : matcher.group(2).split(",", -1)) {
      lanes.set(Integer.parseInt(lane));
    }
    lanes.clear(Lane.COUNT, Math.max(Lane.COUNT, lanes.length()));
    return new OutboxNotification(matcher.group(1), lanes);
  }
}
