package org.conferencedigest.embedded.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form in which a digest can be fetched, and its address below the conference's. */
enum Format {
  HUGO("digest.hugo.md", ".md"),
  MD("digest.md", ".md"),
  JEKYLL("digest.jekyll.md", ".md"),
  HTML("digest.html", ".html"),
  JSON("digest.json", ".json"),
  ATOM("digest.atom", ".atom"),
  ICS("digest.ics", ".ics"),
  ZIP("hugo.zip", "-hugo.zip");

  private static final Pattern DATE = Pattern.compile("(?m)^date:\\s*[\"']?(\\d{4}-\\d{2}-\\d{2})");

  private final String path;
  private final String suffix;

  Format(String path, String suffix) {
    this.path = path;
    this.suffix = suffix;
  }

  String path() {
    return path;
  }

  /** What a file in this form is called; Jekyll takes no post that is not named by its date. */
  String fileName(String conference, byte[] digest) {
    if (this == JEKYLL) {
      Matcher date = DATE.matcher(new String(digest, UTF_8));
      if (date.find()) {
        return date.group(1) + "-" + conference + suffix;
      }
    }
    return conference + suffix;
  }
}
