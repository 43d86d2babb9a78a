package org.conferencedigest.foundation.settings;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a service can be told: the components of its records of configuration properties. Made
 * before any other bean of the start, and it checks each of them.
 */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Settings {

  private static final String OURS = "org.conferencedigest.";
  private static final String ANY_PLACE = "[*]";
  private static final int MOST_PLACES = 1000;

  private final List<Setting> all;

  /**
   * @throws WrongSettingException if one is not what it may be, or contradicts another
   */
  Settings(ApplicationContext context) {
    Environment environment = context.getEnvironment();
    Map<String, Setting> found = new LinkedHashMap<>();
    List<Class<?>> records = new ArrayList<>();
    for (BeanDefinition<?> definition : definitions(context)) {
      records.add(definition.getBeanType());
      for (Argument<?> argument : definition.getConstructor().getArguments()) {
        argument
            .getAnnotationMetadata()
            .stringValue(Property.class, "name")
            .ifPresent(
                name ->
                    inEachPlace(name, environment)
                        .forEach(
                            place ->
                                found.putIfAbsent(
                                    place,
                                    new Setting(
                                        place, Rule.of(argument, environment), environment))));
      }
    }
    this.all = List.copyOf(found.values());
    all.forEach(setting -> setting.check(environment));
    // What contradicts another setting is told by the records themselves.
    records.forEach(context::getBeansOfType);
  }

  /** Every setting, in no particular order. */
  public List<Setting> all() {
    return all;
  }

  private static List<? extends BeanDefinition<?>> definitions(ApplicationContext context) {
    return context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
        .filter(definition -> definition.getBeanType().getName().startsWith(OURS))
        .toList();
  }

  /** The names of a setting that stands in each item of a list. */
  private static List<String> inEachPlace(String name, Environment environment) {
    if (!name.contains(ANY_PLACE)) {
      return List.of(name);
    }
    List<String> places = new ArrayList<>();
    String list = name.substring(0, name.indexOf(ANY_PLACE));
    for (int i = 0; i < MOST_PLACES; i++) {
      String item = list + "[" + i + "]";
      if (!environment.containsProperties(item)) {
        break;
      }
      places.add(item + name.substring(list.length() + ANY_PLACE.length()));
    }
    return places;
  }
}
