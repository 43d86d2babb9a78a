package org.conferencedigest.notes.schedule.pyvideo;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.archive.Archives;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.schedule.programme.Json;
import org.conferencedigest.notes.schedule.programme.JsonReader;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.ScheduleSettings;
import org.conferencedigest.notes.schedule.programme.Session;
import org.conferencedigest.notes.schedule.programme.SessionDraft;
import org.conferencedigest.notes.schedule.programme.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of recordings: a zip of an event's folder, with a file for each, or one file with an
 * array of them.
 */
@Singleton
public final class VideoList {

  private static final String CATEGORY = "category.json";

  private final Archives archives;
  private final JsonReader reader;
  private final Bounds bounds;
  private final ScheduleSettings settings;

  VideoList(Archives archives, JsonReader reader, Bounds bounds, ScheduleSettings settings) {
    this.archives = archives;
    this.reader = reader;
    this.bounds = bounds;
    this.settings = settings;
  }

  /** Whether a value is a list of recordings, or one. */
  public static boolean isOne(Json file) {
    return file.isList() ? file.items().stream().anyMatch(VideoList::isVideo) : isVideo(file);
  }

  private static boolean isVideo(Json value) {
    return value.isObject()
        && !value.at("title").isNothing()
        && (value.at("videos").isList()
            || value.at("speakers").isList()
            || !value.at("source_url").isNothing());
  }

  /** The programme of a file that is one. */
  public Programme read(Json file, Remarks remarks) {
    List<Session> sessions = new ArrayList<>();
    String title = null;
    for (Json video : file.isList() ? file.items() : List.of(file)) {
      title = title == null ? video.text("category") : title;
      add(video, Place.path(video.path().isEmpty() ? "/" : video.path()), null, sessions, remarks);
    }
    return programme(title, sessions);
  }

  /**
   * The programme of a zip.
   *
   * @throws ProblemException 422 if it holds none, 413 if it holds too much
   */
  public Programme read(byte[] zip, Remarks remarks) {
    Map<String, byte[]> files =
        archives.unpack(zip, path -> path.endsWith(".json"), settings.file());
    if (files.isEmpty()) {
      throw Archives.refused("It holds no JSON file; or it is no zip.");
    }
    List<Session> sessions = new ArrayList<>();
    String title = null;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String path = file.getKey();
      String name = path.substring(Archives.folderOf(path).length());
      Json json = json(path, file.getValue(), remarks);
      if (name.equals(CATEGORY)) {
        title = json.text("title");
      } else if (isOne(json)) {
        String stem = name.substring(0, name.length() - ".json".length());
        for (Json video : json.isList() ? json.items() : List.of(json)) {
          String slug = json.isList() ? null : stem;
          add(video, Place.path(path + video.path()), slug, sessions, remarks);
        }
      } else if (!json.isNothing()) {
        remarks.add(Place.path(path), "It is no recording, and was passed over.");
      }
    }
    if (sessions.isEmpty()) {
      throw Archives.refused("It holds no list of recordings.");
    }
    return programme(title, sessions);
  }

  private static Programme programme(@Nullable String title, List<Session> sessions) {
    return new Programme(Source.PYVIDEO, title, null, null, null, sessions);
  }

  /** One file of many that is malformed does not keep the others out. */
  private Json json(String path, byte[] bytes, Remarks remarks) {
    try {
      return reader.read(Archives.text(path, bytes), path);
    } catch (ProblemException malformed) {
      remarks.add(Place.path(path), "It cannot be read as JSON, and was passed over.");
      return new Json(null, "");
    }
  }

  private void add(
      Json video, Place place, @Nullable String file, List<Session> sessions, Remarks remarks) {
    if (!isVideo(video)) {
      remarks.add(place, "It is no recording, and was passed over.");
      return;
    }
    if (sessions.size() >= settings.talks()) {
      throw ProblemException.tooLarge(
          "The list has more than " + settings.talks() + " recordings. Nothing was stored.");
    }
    SessionDraft draft = new SessionDraft(place, remarks, bounds);
    String slug = video.text("slug") == null ? file : video.text("slug");
    draft.knownBy(null, address(video), null, slug).title(video.text("title"));
    for (Json speaker : video.at("speakers").items()) {
      draft.speaker(speaker.isObject() ? speaker.text("name") : speaker.text(), null, null);
    }
    for (Json recording : video.at("videos").items()) {
      draft.link(recording.text("url"), null, LinkKind.RECORDING);
    }
    String source = video.text("source_url");
    if (source != null && !draft.linksTo(source)) {
      draft.link(source, null, LinkKind.RECORDING);
    }
    for (Json related : video.at("related_urls").items()) {
      if (related.isObject()) {
        draft.link(related.text("url"), related.either("label", "title").text(), (String) null);
      } else {
        draft.link(related.text(), null, (String) null);
      }
    }
    draft.describedBy(video.either("description", "summary").text());
    draft.starts(null, day(video.text("recorded")));
    draft.lasts(minutes(video.text("duration")));
    sessions.add(draft.build());
  }

  private static @Nullable String address(Json video) {
    return video.at("videos").items().stream()
        .map(recording -> Optional.ofNullable(recording.text("url")))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(video.text("source_url"));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** A duration is in seconds. */
  private static @Nullable Long minutes(@Nullable String seconds) {
    return seconds != null && seconds.matches("\\d{1,6}")
        ? (Long.parseLong(seconds) + 59) / 60
        : null;
  }
}
