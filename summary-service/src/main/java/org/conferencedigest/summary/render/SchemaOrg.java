package org.conferencedigest.summary.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.web.Person;
import org.jspecify.annotations.Nullable;

/** Pages as schema.org has them, in JSON-LD: data for search engines, which no browser runs. */
final class SchemaOrg {

  private SchemaOrg() {}

  /** A conference, with its digest as what is written about it. */
  static String event(DigestDocument document, WebLinks links) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("@context", "https://schema.org");
          conference(json, document.content());
          json.writeObjectFieldStart("subjectOf");
          json.writeStringField("@type", "Article");
          json.writeStringField("headline", document.settings().title());
          optional(json, "abstract", document.settings().summary());
          json.writeStringField("url", links.digest());
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  /** A note, as a review of its talks. */
  static String review(DigestDocument document, DigestNote note, WebLinks links) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("@context", "https://schema.org");
          json.writeStringField("@type", "Review");
          json.writeStringField("name", note.source().title());
          json.writeStringField("url", links.note(note.slug()));
          json.writeStringField("datePublished", note.source().publishedAt().toString());
          json.writeStringField("dateModified", note.source().updatedAt().toString());
          json.writeObjectFieldStart("author");
          json.writeStringField("@type", "Person");
          json.writeStringField("name", note.source().author());
          json.writeEndObject();
          rating(json, note.review().verdict());
          json.writeArrayFieldStart("itemReviewed");
          for (Talk talk : note.source().talks()) {
            talk(json, talk, document.content());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void conference(JsonGenerator json, ConferenceContent content) throws IOException {
    json.writeStringField("@type", "Event");
    json.writeStringField("name", content.title());
    optional(json, "startDate", content.startDate());
    optional(json, "endDate", content.endDate());
    optional(json, "url", Page.isLink(content.link()) ? content.link() : null);
  }

  private static void talk(JsonGenerator json, Talk talk, ConferenceContent content)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", "Event");
    json.writeStringField("name", talk.title());
    optional(json, "startDate", talk.start());
    json.writeArrayFieldStart("performer");
    for (Person person : Credits.people(List.of(talk))) {
      json.writeStartObject();
      json.writeStringField("@type", "Person");
      json.writeStringField("name", person.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("superEvent");
    conference(json, content);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void rating(JsonGenerator json, @Nullable Verdict verdict) throws IOException {
    if (verdict == null) {
      return;
    }
    json.writeObjectFieldStart("reviewRating");
    json.writeStringField("@type", "Rating");
    json.writeNumberField("worstRating", 1);
    json.writeNumberField("bestRating", 4);
    json.writeNumberField(
        "ratingValue",
        switch (verdict) {
          case BEST -> 4;
          case WORTH_WATCHING -> 3;
          case WATCHED -> 2;
          case SKIP -> 1;
        });
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
