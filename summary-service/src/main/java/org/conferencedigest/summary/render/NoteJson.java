package org.conferencedigest.summary.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.Memo;

/** A note in the JSON of a digest. */
final class NoteJson {

  private NoteJson() {}

  private record TextKey(String separator, String note, String html)
      implements Memo.Key<Fragment> {}

  private record IndexKey(String separator, WebLinks links) implements Memo.Key<Fragment> {}

  /**
   * What a note says somewhere.
   *
   * @param separator what stands between it and the one before
   */
  static Fragment text(
      String separator, DigestNote note, DigestText text, String html, WebLinks links) {
    return text.memo()
        .get(
            new TextKey(separator, note.slug(), html),
            () ->
                Fragment.of(
                    separator
                        + Json.of(
                            json -> {
                              json.writeStartObject();
                              json.writeStringField("note", note.slug());
                              json.writeStringField(
                                  "markdown", MarkdownPost.withoutHugo(text.resolve(links)));
                              json.writeStringField("html", html);
                              json.writeEndObject();
                            })));
  }

  /** A note in the index of notes. */
  static Fragment indexed(String separator, DigestNote note, WebLinks links) {
    return note.memo()
        .get(
            new IndexKey(separator, links),
            () -> Fragment.of(separator + Json.of(json -> write(json, note, links))));
  }

  private static void write(JsonGenerator json, DigestNote note, WebLinks links)
      throws IOException {
    Verdict verdict = note.review().verdict();
    json.writeStartObject();
    json.writeStringField("slug", note.slug());
    json.writeStringField("title", note.source().title());
    json.writeStringField("date", note.source().date());
    json.writeStringField("author", note.source().author());
    Json.property(json, "verdict", verdict == null ? null : verdict.word());
    json.writeStringField("url", links.note(note.slug()));
    json.writeArrayFieldStart("talks");
    for (Talk talk : note.source().talks()) {
      write(json, talk);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Talk talk) throws IOException {
    json.writeStartObject();
    json.writeStringField("slug", talk.slug());
    json.writeStringField("title", talk.title());
    json.writeStringField("kind", talk.kind().word());
    Json.property(json, "start", talk.start());
    if (talk.minutes() != null) {
      json.writeNumberField("minutes", talk.minutes());
    }
    Json.property(json, "room", talk.room());
    Json.property(json, "track", talk.track());
    json.writeBooleanField("cancelled", talk.cancelled());
    json.writeArrayFieldStart("speakers");
    for (Speaker speaker : Objects.requireNonNullElse(talk.speakers(), List.<Speaker>of())) {
      json.writeStartObject();
      json.writeStringField("name", speaker.name());
      Json.property(json, "role", speaker.role());
      Json.property(json, "affiliation", speaker.affiliation());
      Json.property(json, "link", speaker.link());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("links");
    for (TalkLink link : Objects.requireNonNullElse(talk.links(), List.<TalkLink>of())) {
      json.writeStartObject();
      json.writeStringField("kind", link.kind().word());
      json.writeStringField("url", link.url());
      Json.property(json, "label", link.label());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
