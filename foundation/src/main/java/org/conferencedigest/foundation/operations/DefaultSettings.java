package org.conferencedigest.foundation.operations;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.order.Ordered;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Gives every service the settings of {@code foundation.yml}. All other sources win over them: a
 * service's own {@code application.yml}, the environment, system properties.
 */
@ContextConfigurer
public final class DefaultSettings implements ApplicationContextConfigurer {

  private static final String FILE = "/foundation.yml";

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.propertySources(read());
  }

  private static PropertySource read() {
    try (InputStream file = DefaultSettings.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return new Lowest(new YamlPropertySourceLoader().read(FILE, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Micronaut applies sources in their order, the last one winning.
  private static final class Lowest extends MapPropertySource {

    Lowest(Map<String, Object> values) {
      super(FILE, values);
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }
  }
}
