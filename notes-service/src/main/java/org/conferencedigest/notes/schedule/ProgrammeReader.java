package org.conferencedigest.notes.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.util.Arrays;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.answer.Utf8;
import org.conferencedigest.notes.schedule.calendar.ICalendar;
import org.conferencedigest.notes.schedule.frab.ScheduleJson;
import org.conferencedigest.notes.schedule.frab.ScheduleXml;
import org.conferencedigest.notes.schedule.programme.Json;
import org.conferencedigest.notes.schedule.programme.JsonReader;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.ScheduleSettings;
import org.conferencedigest.notes.schedule.pyvideo.VideoList;

/** Reads a programme, whatever its format: what a file is shows in it, not in what it is called. */
@Singleton
final class ProgrammeReader {

  private static final String KNOWN =
      "Known are schedule.xml and schedule.json (frab, pretalx, pentabarf, the hub), iCalendar, and"
          + " pyvideo's lists of recordings (one JSON array, or a zip of the folder).";

  /** A text of another encoding than UTF-8 tells so by these bytes: XML alone may be one. */
  private static final byte[][] UTF_16 = {{(byte) 0xfe, (byte) 0xff}, {(byte) 0xff, (byte) 0xfe}};

  private final ScheduleXml xml;
  private final ScheduleJson json;
  private final ICalendar calendar;
  private final VideoList videos;
  private final JsonReader reader;
  private final ScheduleSettings settings;

  ProgrammeReader(
      ScheduleXml xml,
      ScheduleJson json,
      ICalendar calendar,
      VideoList videos,
      JsonReader reader,
      ScheduleSettings settings) {
    this.xml = xml;
    this.json = json;
    this.calendar = calendar;
    this.videos = videos;
    this.reader = reader;
    this.settings = settings;
  }

  /**
   * The programme of a file. If no talk is found in it, that is remarked: it may be in a dialect of
   * its own.
   *
   * @throws ProblemException 400 if it is no UTF-8, 413 if it is larger than allowed, 422 if it is
   *     no programme
   */
  Programme read(byte[] file, Remarks remarks) {
    Programme programme = parse(file, remarks);
    if (programme.sessions().isEmpty()) {
      remarks.add(programme.source().whole(), "No talk was found in it. " + KNOWN);
    }
    return programme;
  }

  private Programme parse(byte[] file, Remarks remarks) {
    if (startsWith(file, "PK".getBytes(UTF_8))) {
      return videos.read(file, remarks);
    }
    if (file.length > settings.file()) {
      throw ProblemException.tooLarge(
          "The file is larger than the " + settings.file() + " bytes of a programme.");
    }
    if (Arrays.stream(UTF_16).anyMatch(mark -> startsWith(file, mark)) || beginsAsXml(file)) {
      return xml.read(file, remarks);
    }
    String text = Utf8.decode(file);
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      throw ProblemException.invalid("", "The file is empty. " + KNOWN);
    }
    if (ICalendar.isOne(text)) {
      return calendar.read(text, remarks);
    }
    char first = text.stripLeading().charAt(0);
    if ("{[/#".indexOf(first) < 0) {
      throw ProblemException.invalid("", "The file is no programme that is known. " + KNOWN);
    }
    Json value = reader.read(text, "The file");
    if (ScheduleJson.isOne(value)) {
      return json.read(value, remarks);
    }
    if (VideoList.isOne(value)) {
      return videos.read(value, remarks);
    }
    throw ProblemException.invalid(
        "", "The file is JSON, but no programme that is known. " + KNOWN);
  }

  /** XML may be in any encoding: its parser finds out which. */
  private static boolean beginsAsXml(byte[] file) {
    int i = startsWith(file, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}) ? 3 : 0;
    while (i < file.length && file[i] <= ' ' && file[i] >= 0) {
      i++;
    }
    return i < file.length && file[i] == '<';
  }

  private static boolean startsWith(byte[] file, byte[] beginning) {
    return file.length >= beginning.length
        && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
  }
}
