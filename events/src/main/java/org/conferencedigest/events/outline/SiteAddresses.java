package org.conferencedigest.events.outline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.jspecify.annotations.Nullable;

/** How Jekyll, Pelican and plain Markdown write where a link to a page of the same site leads. */
final class SiteAddresses {

  /** Jekyll's tags for the address of a page, and what authors put before them. */
  static final Pattern JEKYLL =
      Pattern.compile(
          "(?:\\{\\{-?\\s{0,9}site\\.\\w{1,40}\\s{0,9}-?}}/?){0,3}"
              + "\\{%-?\\s{0,9}(?:post_url|link)\\s{1,9}(?<page>[^\\s{}%\"'<>]{1,500})\\s{0,9}-?%}"
              + "(?:#(?<anchor>[^\\s(){}<>\"']{0,200}))?");

  /** Where one of the other two may stand; only then a text is parsed in search of them. */
  private static final Pattern MAY_BE =
      Pattern.compile(
          "](?:\\(|:)\\s{0,9}(?:<?[{|][a-z]{3,9}[}|]"
              + "|<[^<>\\n:]{1,500}\\.(?:md|markdown)\\b"
              + "|[^\\s()<>{}|:]{1,500}\\.(?:md|markdown)\\b)");

  private static final Pattern PELICAN =
      Pattern.compile(
          "(?:[{|]filename[}|](?<page>[^#]*)|[{|](?<kind>static|attach|tag|category|author|index)[}|][^#]*)(?:#(?<anchor>.*))?");

  private static final Pattern RELATIVE =
      Pattern.compile("(?<page>(?!//)[^:?#{}|]*\\.(?:md|markdown))(?:#(?<anchor>.*))?");

  private SiteAddresses() {}

  static boolean mayBeIn(String markdown) {
    return MAY_BE.matcher(markdown).find();
  }

  /** The page of a Jekyll tag that was found. */
  static Target.SitePage jekyll(Matcher tag) {
    return new Target.SitePage(tag.group("page"), tag.group("anchor"));
  }

  /** Where a link of CommonMark leads, if it is to a page of the same site; else null. */
  static Target.@Nullable SitePage of(String destination) {
    String path = destination.replace("%20", " ");
    Matcher pelican = PELICAN.matcher(path);
    if (pelican.matches()) {
      String page = pelican.group("page");
      return new Target.SitePage(
          page != null ? page : "{" + pelican.group("kind") + "}", pelican.group("anchor"));
    }
    Matcher relative = RELATIVE.matcher(path);
    return relative.matches()
        ? new Target.SitePage(relative.group("page"), relative.group("anchor"))
        : null;
  }
}
