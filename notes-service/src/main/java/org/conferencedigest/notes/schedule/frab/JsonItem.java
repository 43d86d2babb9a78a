package org.conferencedigest.notes.schedule.frab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conferencedigest.notes.schedule.programme.Json;
import org.conferencedigest.notes.schedule.programme.Place;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code schedule.json}, in any version.
 *
 * @param names of rooms and tracks, by their GUIDs and slugs
 * @param pages of people, by their GUIDs
 */
record JsonItem(Json event, Map<String, String> names, Map<String, String> pages) implements Item {

  @Override
  public Place place() {
    return Place.path(event.path());
  }

  @Override
  public @Nullable String text(String name) {
    Json member = event.at(name);
    return switch (name) {
      case "room", "track" -> named(member);
      case "feedback_url" -> member.isNothing() ? event.at("feedback").text("url") : member.text();
      default -> member.text();
    };
  }

  /** A room or a track is a name, or refers to one. */
  private @Nullable String named(Json member) {
    if (!member.isObject()) {
      String text = member.text();
      return text == null ? null : names.getOrDefault(text, text);
    }
    for (String by : List.of("name", "guid", "slug")) {
      String text = member.text(by);
      if (text != null && (by.equals("name") || names.containsKey(text))) {
        return names.getOrDefault(text, text);
      }
    }
    return member.text("slug") == null ? member.text() : member.text("slug");
  }

  @Override
  public List<Person> persons() {
    List<Person> persons = new ArrayList<>();
    for (Json person : event.either("persons", "participants", "speakers").items()) {
      String guid = person.text("guid");
      String page = person.text("url");
      persons.add(
          new Person(
              person.isObject()
                  ? person.either("public_name", "name", "full_public_name", "display_name").text()
                  : person.text(),
              role(person.text("role")),
              page == null && guid != null ? pages.get(guid) : page));
    }
    return persons;
  }

  /** That a speaker is a speaker need not be said. */
  private static @Nullable String role(@Nullable String role) {
    return role == null || role.equalsIgnoreCase("speaker") ? null : role;
  }

  @Override
  public List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    event.at("links").items().forEach(link -> references.add(reference(link, null)));
    event.at("attachments").items().forEach(link -> references.add(reference(link, "attachment")));
    return references;
  }

  private static Reference reference(Json link, @Nullable String type) {
    if (!link.isObject()) {
      return new Reference(link.text(), null, type);
    }
    String said = link.text("type");
    return new Reference(
        link.either("url", "href").text(),
        link.either("title", "name", "description").text(),
        said == null ? type : said);
  }
}
