package org.conferencedigest.foundation.settings;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One thing that a service can be told. */
public final class Setting {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Z_]+)(?::`?(?<default>.*?)`?)?}", Pattern.DOTALL);

  private static final Set<String> OWN_FILES = Set.of("/foundation.yml", "application");

  private final String name;
  private final Rule rule;
  private final @Nullable String variable;

  Setting(String name, Rule rule, Environment environment) {
    this.name = name;
    this.rule = rule;
    this.variable = variable(name, environment);
  }

  /** The property. */
  public String name() {
    return name;
  }

  /** The variable of the environment that has a name of its own for it, if there is one. */
  public Optional<String> variable() {
    return Optional.ofNullable(variable);
  }

  /** What it may be, in short. */
  public String bounds() {
    return rule.bounds();
  }

  /** What it is if nobody says otherwise: as the service's own files have it. */
  public Optional<String> defaultValue(Environment environment) {
    return environment.getPropertySources().stream()
        .filter(source -> OWN_FILES.contains(source.getName()) && source.get(name) != null)
        .max(Comparator.comparingInt(PropertySource::getOrder))
        .map(source -> source.get(name).toString())
        .map(Setting::withoutVariable)
        .filter(value -> !value.isEmpty());
  }

  private static String withoutVariable(String written) {
    Matcher matcher = VARIABLE.matcher(written);
    return matcher.matches() ? matcher.group("default") : written;
  }

  /** What it is at present; empty if it is set to nothing. */
  public String value(Environment environment) {
    return environment.getProperty(name, String.class).orElse("");
  }

  /**
   * @throws WrongSettingException if it may not be what it is
   */
  void check(Environment environment) {
    String value = value(environment);
    if (value.isBlank()) {
      if (!rule.isOptional()) {
        throw new WrongSettingException(
            "The setting %s is not set; it must be %s."
                .formatted(title(environment), rule.words()));
      }
    } else if (!rule.allows(value.strip())) {
      throw new WrongSettingException(
          "The setting %s is \"%s\"; it must be %s."
              .formatted(title(environment), value, rule.words()));
    }
  }

  /** As the operator has written it, as far as that can be known. */
  private String title(Environment environment) {
    PropertySource source = source(name, environment);
    if (source instanceof EnvironmentPropertySource) {
      return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + " (" + name + ")";
    }
    return variable == null ? name : variable + " (" + name + ")";
  }

  private static @Nullable String variable(String name, Environment environment) {
    return environment.getPropertySources().stream()
        .map(source -> source.get(name))
        .filter(value -> value != null)
        .map(value -> VARIABLE.matcher(value.toString()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable PropertySource source(String name, Environment environment) {
    String asVariable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    return environment.getPropertySources().stream()
        .filter(source -> source.get(name) != null || source.get(asVariable) != null)
        .max(Comparator.comparingInt(PropertySource::getOrder))
        .orElse(null);
  }
}
