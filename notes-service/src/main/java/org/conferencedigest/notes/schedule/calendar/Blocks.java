package org.conferencedigest.notes.schedule.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Remarks;

/**
 * A calendar's text, cut into its events and the rest. So an event that cannot be read does not
 * take the others along, and each knows its line. What is nested in an event, such as an alarm, is
 * left out.
 *
 * @param rest the calendar without its events
 */
record Blocks(String rest, List<Block> events) {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  /** Names may be in lower case, too; but what is written so is mostly a sentence. */
  private static final Pattern PROPERTY = Pattern.compile("[A-Z][A-Z0-9-]*[;:].*");

  /** An event's lines, from BEGIN to END. */
  record Block(int line, String text) {}

  static Blocks of(String text, Remarks remarks) {
    Cutting cutting = new Cutting(remarks);
    for (String line : LINE_END.split(text)) {
      cutting.take(line);
    }
    cutting.end();
    return new Blocks(cutting.rest.toString(), cutting.events);
  }

  /** The state between two lines. */
  private static final class Cutting {

    private final Remarks remarks;
    private final StringBuilder rest = new StringBuilder();
    private final List<Block> events = new ArrayList<>();
    private final StringBuilder event = new StringBuilder();
    private boolean inEvent;
    private int began;
    private int number;

    /** How many components are open within the event, or within the calendar. */
    private int nested;

    /** Whether a line can go on what stands above it. */
    private boolean inValue;

    Cutting(Remarks remarks) {
      this.remarks = remarks;
    }

    void take(String line) {
      number++;
      String word = line.strip().toUpperCase(Locale.ROOT);
      switch (word) {
        case "" -> {
          // Says nothing; some writers end with it.
        }
        case "BEGIN:VEVENT" -> begin();
        case "END:VEVENT" -> {
          if (inEvent) {
            close();
          }
        }
        case "END:VCALENDAR" -> {
          end();
          append(line);
        }
        default -> {
          if (word.startsWith("BEGIN:") && !word.equals("BEGIN:VCALENDAR")) {
            nested++;
          }
          if (nested <= (inEvent ? 0 : 1)) {
            content(line);
          }
          if (word.startsWith("END:")) {
            nested = Math.max(0, nested - 1);
          }
        }
      }
    }

    private void begin() {
      end();
      inEvent = true;
      event.setLength(0);
      event.append("BEGIN:VEVENT\r\n");
      began = number;
      nested = 0;
      inValue = false;
    }

    /** Ends an event that does not end itself. */
    void end() {
      if (inEvent) {
        remarks.add(Place.line(began), "The event does not end: it ends where the next begins.");
        close();
      }
    }

    private void close() {
      events.add(new Block(began, event.append("END:VEVENT\r\n").toString()));
      inEvent = false;
      nested = 0;
      inValue = false;
    }

    private void content(String line) {
      boolean isFolded = line.startsWith(" ") || line.startsWith("\t");
      boolean isProperty = !isFolded && PROPERTY.matcher(line).matches();
      if (isProperty || (isFolded && inValue)) {
        append(line);
      } else if (inValue) {
        // A line end that should have been escaped: the line belongs to the value above it.
        remarks.add(Place.line(number), "The line is no property: it was added to the one above.");
        append(" \\n" + line.strip());
      } else {
        remarks.add(Place.line(number), "The line is no property, and was passed over.");
      }
      inValue |= isProperty;
    }

    private void append(String line) {
      (inEvent ? event : rest).append(line).append("\r\n");
    }
  }
}
