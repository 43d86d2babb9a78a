package org.conferencedigest.gateway.desk;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.web.desk.Programme;
import org.conferencedigest.web.desk.Programme.Choice;
import org.conferencedigest.web.desk.Programme.Day;
import org.conferencedigest.web.desk.Programme.Filter;
import org.conferencedigest.web.desk.Programme.Item;
import org.conferencedigest.web.desk.Programme.NoteLink;
import org.jspecify.annotations.Nullable;

/** A programme and its notes, from which a part is shown. */
final class Filtering {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final String NO_DAY = "Without a time";

  private final List<Talk> talks;
  private final List<Note> notes;
  private final Caller caller;
  private final LocalDateTime now;
  private final Map<String, List<Note>> byTalk;

  Filtering(List<Talk> talks, List<Note> notes, Caller caller, LocalDateTime now) {
    this.talks =
        talks.stream()
            .sorted(
                comparing(Talk::start, nullsLast(naturalOrder()))
                    .thenComparing(talk -> Objects.requireNonNullElse(talk.room(), ""))
                    .thenComparing(Talk::title))
            .toList();
    this.notes = notes;
    this.caller = caller;
    this.now = now;
    this.byTalk =
        notes.stream()
            .flatMap(note -> note.covered().stream().map(talk -> Map.entry(talk, note)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  Programme with(
      String words, String day, String track, String room, String show, boolean truncated) {
    Map<String, List<Item>> days = new LinkedHashMap<>();
    int shown = 0;
    for (Talk talk : talks) {
      if (says(talk, words)
          && (day.isEmpty() || day.equals(dayOf(talk)))
          && (track.isEmpty() || track.equals(talk.track()))
          && (room.isEmpty() || room.equals(talk.room()))
          && isShown(talk, show)) {
        days.computeIfAbsent(titleOf(talk), title -> new ArrayList<>()).add(item(talk));
        shown++;
      }
    }
    return new Programme(
        days.entrySet().stream().map(d -> new Day(d.getKey(), d.getValue())).toList(),
        new Filter(words, day, track, room, show, days(), all(Talk::track), all(Talk::room)),
        loose(),
        talks.size(),
        shown,
        truncated);
  }

  private static boolean says(Talk talk, String words) {
    String text = (talk.title() + ' ' + talk.names()).toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean isShown(Talk talk, String show) {
    return switch (show) {
      case "now" -> talk.isOn(now);
      case "open" -> notesOn(talk).isEmpty() && !talk.isCancelled();
      case "mine" ->
          notesOn(talk).stream()
              .anyMatch(note -> caller.is(Objects.requireNonNullElse(note.author(), "")));
      default -> true;
    };
  }

  private List<Note> notesOn(Talk talk) {
    return byTalk.getOrDefault(talk.slug(), List.of());
  }

  private Item item(Talk talk) {
    LocalDateTime start = talk.start();
    return new Item(
        talk.slug(),
        talk.title(),
        talk.kind(),
        start == null ? "" : TIME.format(start),
        talk.names(),
        talk.about(),
        talk.isCancelled(),
        talk.isOn(now),
        notesOn(talk).stream().map(note -> note.link(caller)).toList());
  }

  /** Notes that stand under no talk, drafts first: those are what is being written. */
  private List<NoteLink> loose() {
    Set<String> known = talks.stream().map(Talk::slug).collect(Collectors.toSet());
    return notes.stream()
        .filter(note -> note.covered().stream().noneMatch(known::contains))
        .map(note -> note.link(caller))
        .sorted(comparing((NoteLink note) -> !note.state().equals("draft")))
        .toList();
  }

  private static String dayOf(Talk talk) {
    LocalDateTime start = talk.start();
    return start == null ? "" : start.toLocalDate().toString();
  }

  private static String titleOf(Talk talk) {
    LocalDateTime start = talk.start();
    return start == null ? NO_DAY : Days.weekday(start.toLocalDate());
  }

  private List<Choice> days() {
    return talks.stream()
        .map(Filtering::dayOf)
        .filter(day -> !day.isEmpty())
        .distinct()
        .map(day -> new Choice(day, Days.weekday(LocalDate.parse(day))))
        .toList();
  }

  private List<String> all(Function<Talk, @Nullable String> property) {
    return talks.stream()
        .map(property)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .distinct()
        .sorted()
        .toList();
  }
}
