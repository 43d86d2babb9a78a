package org.conferencedigest.notes.schedule.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.util.Strings;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event or of a calendar, untyped: what a calendar says is only looked at
 * where it is needed, so that nothing else can be wrong with it.
 *
 * @param line where it begins
 */
record Component(int line, List<Property> properties) {

  /**
   * A property.
   *
   * @param component what it stands in
   * @param value as written, escapes and all
   */
  record Property(String component, String name, Map<String, String> parameters, String value) {

    /** The text of a value that is one. */
    String text() {
      return Strings.unescape(value);
    }

    @Nullable String parameter(String parameter) {
      return parameters.get(parameter);
    }
  }

  /** The first property of that name. */
  Optional<Property> first(String name) {
    return all(name).stream().findFirst();
  }

  List<Property> all(String name) {
    return properties.stream().filter(property -> property.name().equals(name)).toList();
  }

  /** The text of the first property of that name; null if there is none. */
  @Nullable String text(String name) {
    return first(name).map(Property::text).filter(text -> !text.isBlank()).orElse(null);
  }

  /**
   * Gathers properties as they are parsed; of nested components, those alone that are asked for.
   */
  static final class Gatherer implements ContentHandler {

    private final List<String> wanted;
    private final List<Property> properties = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String name = "";
    private String value = "";
    private Map<String, String> parameters = new java.util.HashMap<>();

    /**
     * @param wanted the names of the components whose properties are
     */
    Gatherer(List<String> wanted) {
      this.wanted = wanted;
    }

    List<Property> properties() {
      return properties;
    }

    @Override
    public void startCalendar() {
      open.add("VCALENDAR");
    }

    @Override
    public void endCalendar() {
      open.removeLast();
    }

    @Override
    public void startComponent(String component) {
      open.add(component.toUpperCase(Locale.ROOT));
    }

    @Override
    public void endComponent(String component) {
      open.removeLast();
    }

    @Override
    public void startProperty(String property) {
      name = property.toUpperCase(Locale.ROOT);
      value = "";
      parameters = new java.util.HashMap<>();
    }

    @Override
    public void parameter(String parameter, String text) {
      parameters.put(parameter.toUpperCase(Locale.ROOT), text.replace("\"", ""));
    }

    @Override
    public void propertyValue(String text) {
      value = text;
    }

    @Override
    public void endProperty(String property) {
      if (!open.isEmpty() && wanted.contains(open.getLast())) {
        properties.add(new Property(open.getLast(), name, parameters, value));
      }
    }
  }
}
