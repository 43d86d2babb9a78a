package org.conferencedigest.notes.schedule.frab;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.ScheduleSettings;
import org.conferencedigest.notes.schedule.programme.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code schedule.xml}, an item at a time. Nothing outside of the file is fetched, no entity
 * is expanded, and depth and number of what is read are bounded.
 */
@Singleton
public final class ScheduleXml {

  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
    FACTORY.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
  }

  private final Bounds bounds;
  private final ScheduleSettings settings;

  ScheduleXml(Bounds bounds, ScheduleSettings settings) {
    this.bounds = bounds;
    this.settings = settings;
  }

  /**
   * The programme of a file.
   *
   * @throws ProblemException 422 if it is no XML, or the XML of something else, 413 if it is too
   *     large
   */
  public Programme read(byte[] file, Remarks remarks) {
    int start = 0;
    while (start < file.length && Character.isWhitespace(file[start])) {
      start++; // Space before the XML declaration is malformed, and seen.
    }
    try {
      XMLStreamReader xml =
          FACTORY.createXMLStreamReader(new ByteArrayInputStream(file, start, file.length - start));
      try {
        return new Reading(xml, new Sessions(bounds, settings, remarks)).programme();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw ProblemException.invalid(
          "", "The file cannot be read as XML beyond line %d. Nothing was stored.".formatted(line));
    }
  }

  /** One reading of one file. */
  private final class Reading {

    private final XMLStreamReader xml;
    private final Sessions sessions;
    private @Nullable XmlElement conference;
    private ProgrammeDay day = ProgrammeDay.NONE;
    private LocalTime dayChange = ProgrammeDay.CHANGES;
    private @Nullable String room;
    private int depth;

    Reading(XMLStreamReader xml, Sessions sessions) {
      this.xml = xml;
      this.sessions = sessions;
    }

    Programme programme() throws XMLStreamException {
      boolean isSchedule = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            isSchedule |= xml.getLocalName().equals("schedule");
            if (!isSchedule) {
              throw ProblemException.invalid(
                  "", "The file is XML, but no schedule: its root is " + xml.getLocalName() + ".");
            }
            begin();
          }
          case XMLStreamConstants.END_ELEMENT -> end();
          default -> {
            // Space, comments, and what is not asked for.
          }
        }
      }
      XmlElement about = conference;
      return new Programme(
          Source.SCHEDULE_XML,
          about == null ? null : about.text("title"),
          sessions.zone(),
          about == null ? null : Clocks.date(about.text("start")).orElse(null),
          about == null ? null : Clocks.date(about.text("end")).orElse(null),
          sessions.all());
    }

    private void begin() throws XMLStreamException {
      requireDepth(++depth);
      switch (xml.getLocalName()) {
        case "conference" -> {
          conference = element();
          sessions.base(conference.text("base_url"));
          sessions.zone(conference.text("time_zone_name"), conference.place());
          dayChange = Clocks.time(conference.text("day_change")).orElse(ProgrammeDay.CHANGES);
        }
        case "day" ->
            day =
                new ProgrammeDay(
                    Clocks.date(xml.getAttributeValue(null, "date")).orElse(null),
                    ProgrammeDay.changes(xml.getAttributeValue(null, "end"), dayChange));
        case "room" -> room = xml.getAttributeValue(null, "name");
        case "event" -> sessions.add(element(), day, room);
        default -> {
          // A level that says nothing, or a list of tracks or persons.
        }
      }
    }

    private void end() {
      depth--;
      if (xml.getLocalName().equals("room")) {
        room = null;
      } else if (xml.getLocalName().equals("day")) {
        day = ProgrammeDay.NONE;
      }
    }

    private void requireDepth(int deep) {
      if (deep > settings.depth()) {
        throw ProblemException.invalid(
            "", "The file is nested deeper than " + settings.depth() + " at line " + line() + ".");
      }
    }

    private int line() {
      return xml.getLocation().getLineNumber();
    }

    /** The element that begins here, to its end. */
    private XmlElement element() throws XMLStreamException {
      List<Open> open = new ArrayList<>();
      open.add(new Open(xml));
      int count = 1;
      while (true) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            requireDepth(depth + open.size());
            if (++count > settings.values()) {
              throw ProblemException.tooLarge(
                  "An item has more than %d elements, at line %d. Nothing was stored."
                      .formatted(settings.values(), line()));
            }
            open.add(new Open(xml));
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              open.getLast().text.append(xml.getText());
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw ProblemException.invalid(
                  "", "The file uses entities of its own, at line " + line() + ". Write them out.");
          case XMLStreamConstants.END_ELEMENT -> {
            XmlElement closed = open.removeLast().close();
            if (open.isEmpty()) {
              depth--;
              return closed;
            }
            open.getLast().children.add(closed);
          }
          default -> {
            // Comments and instructions.
          }
        }
      }
    }
  }

  /** An element whose end is not read yet. */
  private static final class Open {

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int line;

    Open(XMLStreamReader xml) {
      name = xml.getLocalName();
      line = xml.getLocation().getLineNumber();
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }

    XmlElement close() {
      return new XmlElement(name, attributes, children, text.toString(), line);
    }
  }
}
