package org.conferencedigest.events.outline;

import java.util.regex.Pattern;

/**
 * What the file of a page is called. It ends in {@code .md} or {@code .markdown}, by which both
 * Hugo and Jekyll know Markdown.
 */
public final class PageName {

  /** A page's ending, as part of a regular expression. */
  public static final String ENDING = "\\.(?:md|markdown)";

  private static final Pattern AT_THE_END = Pattern.compile(ENDING + "$");

  private PageName() {}

  /** Whether a file of that name is a page. */
  public static boolean isPage(String name) {
    return AT_THE_END.matcher(name).find();
  }

  /** The name without its ending; the name itself if it ends otherwise. */
  public static String stem(String name) {
    return AT_THE_END.matcher(name).replaceFirst("");
  }
}
