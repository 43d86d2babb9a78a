package org.conferencedigest.gateway.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a note as a browser without scripts sends it. */
record NoteForm(Map<String, String> fields) {

  /** A field, without space around it; null if it is empty. */
  @Nullable String word(String name) {
    String value = fields.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  /** A text as it was written: forms end lines with CR LF, whatever the text had. */
  String text(String name) {
    return fields.getOrDefault(name, "").replace("\r\n", "\n");
  }

  /** The tag of what the form was filled with; null: the note is new. */
  @Nullable String etag() {
    return word("etag");
  }

  boolean publishes() {
    return "publish".equals(fields.get("action"));
  }

  List<String> talks() {
    return Arrays.stream(fields.getOrDefault("talks", "").split("[\\s,]+"))
        .filter(talk -> !talk.isBlank())
        .toList();
  }

  /**
   * The note it makes.
   *
   * @throws NumberFormatException if a place is no number
   */
  Note note(String slug) {
    String title = word("title");
    return new Note(
        slug,
        null,
        publishes() ? "published" : "draft",
        title == null ? "" : title.replaceAll("\\s*\\R\\s*", " "),
        word("date"),
        null,
        text("body"),
        talks(),
        new Note.Review(
            word("verdict"),
            orNull(text("entry")),
            orNull(text("recommendation")),
            word("section"),
            number("position"),
            number("rank")));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  private @Nullable Integer number(String name) {
    String word = word(name);
    return word == null ? null : Integer.valueOf(word);
  }
}
