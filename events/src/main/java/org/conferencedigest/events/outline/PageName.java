package org.conferencedigest.events.outline;

import java.util.regex.Pattern;

/**
 * What the file of a page is called. It ends in {@code .md} or {@code .markdown}, by which both
 * Hugo and Jekyll know Markdown.
 */
public final class PageName {

  private static final Pattern ENDING = Pattern.compile("\\.(?:md|markdown)$");

  private PageName() {}

  /** Whether a file of that name is a page. */
  public static boolean isPage(String name) {
    return ENDING.matcher(name).find();
  }

  /** The name without its ending; the name itself if it ends otherwise. */
  public static String stem(String name) {
    return ENDING.matcher(name).replaceFirst("");
  }
}
