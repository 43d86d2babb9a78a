package org.conferencedigest.foundation.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a setting that is a text must look like. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Matching {

  /** An absolute address of a web server. */
  String WEB_ADDRESS = "https?://[^\\s/?#]+(/[^\\s]*)?";

  /** A regular expression for the whole of the value. */
  String value();

  /** The same in words, behind "it must be". */
  String words();

  /** Whether it may also be left out. */
  boolean optional() default false;
}
