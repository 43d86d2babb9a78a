package org.conferencedigest.foundation.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The bounds of a setting that is a whole number or a duration, both of them allowed. Durations are
 * written as in the configuration: {@code 250ms}, {@code 10s}, {@code 5m}, {@code 1h}, {@code 30d}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Within {

  String least();

  String most();
}
