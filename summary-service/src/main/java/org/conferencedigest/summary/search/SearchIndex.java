package org.conferencedigest.summary.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.Talk;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.PlainText;
import org.conferencedigest.summary.render.NoteWords;
import org.jspecify.annotations.Nullable;

/** Writes what is searched, within the caller's transaction. */
@Singleton
public final class SearchIndex {

  private static final String PUT =
      """
      insert into note_search
        (conference, note, conference_title, author, title, day, verdict, speakers, body, language,
         updated_at, words)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::tsvector)
      on conflict (conference, note) do update
      set conference_title = excluded.conference_title, author = excluded.author,
          title = excluded.title, day = excluded.day, verdict = excluded.verdict,
          speakers = excluded.speakers, body = excluded.body, language = excluded.language,
          updated_at = excluded.updated_at, words = excluded.words
      """;

  private static final String RETITLE =
      """
      update note_search set conference_title = ? where conference = ? and conference_title <> ?
      """;

  private final SearchSettings settings;

  SearchIndex(SearchSettings settings) {
    this.settings = settings;
  }

  /**
   * Makes notes of a conference found as they are now.
   *
   * @param document as it is now; null: there is none, so nothing is found of it
   * @param notes those that may have changed
   */
  public void update(
      Connection connection,
      String conference,
      @Nullable DigestDocument document,
      Collection<String> notes)
      throws SQLException {
    if (document == null) {
      remove(connection, conference);
      return;
    }
    delete(
        connection,
        conference,
        notes.stream().filter(note -> document.note(note).isEmpty()).toList());
    put(
        connection,
        document,
        notes.stream().flatMap(note -> document.note(note).stream()).toList());
    try (PreparedStatement retitle = connection.prepareStatement(RETITLE)) {
      retitle.setString(1, document.content().title());
      retitle.setString(2, conference);
      retitle.setString(3, document.content().title());
      retitle.executeUpdate();
    }
  }

  /** Makes all notes of a conference found as they are now, and none but those. */
  public void replace(Connection connection, String conference, @Nullable DigestDocument document)
      throws SQLException {
    remove(connection, conference);
    if (document != null) {
      put(connection, document, document.notes());
    }
    try (PreparedStatement mark =
        connection.prepareStatement(
            "update conference_state set searchable = true where conference = ?")) {
      mark.setString(1, conference);
      mark.executeUpdate();
    }
  }

  private static void remove(Connection connection, String conference) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from note_search where conference = ?")) {
      delete.setString(1, conference);
      delete.executeUpdate();
    }
  }

  private static void delete(Connection connection, String conference, List<String> notes)
      throws SQLException {
    if (notes.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from note_search where conference = ? and note = any (?)")) {
      delete.setString(1, conference);
      delete.setArray(2, connection.createArrayOf("text", notes.toArray()));
      delete.executeUpdate();
    }
  }

  private void put(Connection connection, DigestDocument document, List<DigestNote> notes)
      throws SQLException {
    if (notes.isEmpty()) {
      return;
    }
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      for (DigestNote note : notes) {
        bind(put, document, note);
        put.addBatch();
      }
      put.executeBatch();
    }
  }

  private void bind(PreparedStatement put, DigestDocument document, DigestNote note)
      throws SQLException {
    String title = storable(note.source().title());
    String speakers = storable(speakers(note));
    String body = storable(NoteWords.of(document, note));
    if (body.length() > settings.longestText()) {
      int end = settings.longestText();
      body = body.substring(0, Character.isLowSurrogate(body.charAt(end)) ? end - 1 : end);
    }
    Language language = Language.of(body);
    LocalDateTime time = note.time();
    put.setString(1, document.conference());
    put.setString(2, note.slug());
    put.setString(3, storable(document.content().title()));
    put.setString(4, storable(note.source().author()));
    put.setString(5, title);
    put.setObject(6, time == null ? null : time.toLocalDate(), Types.DATE);
    put.setString(7, note.review().verdict() == null ? null : note.review().verdict().word());
    put.setString(8, speakers);
    put.setString(9, body);
    put.setString(10, language.name());
    put.setObject(11, note.source().updatedAt().atOffset(ZoneOffset.UTC));
    put.setString(
        12,
        new Vector()
            .add(title, language, 'A')
            .add(speakers, Language.NONE, 'B')
            .add(talks(note), language, 'B')
            .add(note.source().author(), Language.NONE, 'C')
            .add(body, language, 'D')
            .toString());
  }

  private static String speakers(DigestNote note) {
    return note.source().talks().stream()
        .flatMap(talk -> Objects.requireNonNullElse(talk.speakers(), List.<Speaker>of()).stream())
        .map(Speaker::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String talks(DigestNote note) {
    return note.source().talks().stream().map(Talk::title).collect(Collectors.joining(". "));
  }

  /** What PostgreSQL takes as text: no NUL, on one line. */
  private static String storable(String text) {
    return PlainText.onOneLine(text);
  }
}
