package org.conferencedigest.notes.schedule.frab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.notes.schedule.programme.Place;
import org.jspecify.annotations.Nullable;

/**
 * An element with all that is in it.
 *
 * @param text what stands in it directly
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text, int line)
    implements Item {

  @Override
  public Place place() {
    return Place.line(line);
  }

  /** The text of an attribute or of the first child of that name; null if there is none. */
  @Override
  public @Nullable String text(String name) {
    String attribute = attributes.get(name);
    if (attribute != null && !attribute.isBlank()) {
      return attribute.strip();
    }
    return child(name)
        .map(XmlElement::text)
        .filter(text -> !text.isBlank())
        .map(String::strip)
        .orElse(null);
  }

  Optional<XmlElement> child(String name) {
    return children.stream().filter(child -> child.name.equals(name)).findFirst();
  }

  @Override
  public List<Person> persons() {
    List<Person> persons = new ArrayList<>();
    for (XmlElement person : all("persons", "person")) {
      String own = person.text.isBlank() ? null : person.text;
      String named =
          person.text("public_name") == null ? person.text("name") : person.text("public_name");
      persons.add(new Person(own == null ? named : own, person.text("role"), person.text("url")));
    }
    return persons;
  }

  @Override
  public List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    for (XmlElement link : all("links", "link")) {
      references.add(link.reference(null));
    }
    for (XmlElement attachment : all("attachments", "attachment")) {
      references.add(attachment.reference("attachment"));
    }
    return references;
  }

  private Reference reference(@Nullable String type) {
    String label = text.isBlank() ? text("title") : text;
    String url = text("href") == null ? text("url") : text("href");
    return new Reference(url, label, text("type") == null ? type : text("type"));
  }

  /** The elements of a list, and those that stand there without it. */
  private List<XmlElement> all(String list, String name) {
    List<XmlElement> all = new ArrayList<>();
    for (XmlElement child : children) {
      if (child.name.equals(name)) {
        all.add(child);
      } else if (child.name.equals(list)) {
        child.children.stream().filter(inner -> inner.name.equals(name)).forEach(all::add);
      }
    }
    return all;
  }
}
