package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.summary.digest.DigestDocument;
import org.jspecify.annotations.Nullable;

/**
 * Liquid's tags and outputs, which nothing but Jekyll runs, and the attributes that its Markdown
 * adds to blocks. Where they are to be run and we cannot, those whose meaning can be said in
 * Markdown become just that, and the others are taken out. What stands between tags remains.
 */
public final class Liquid {

  /** A tag stands on one line and is no longer than a thousand characters. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\{%-?\\s{0,9}(?<tag>\\w{1,40})(?<rest>[^%\\n]{0,1000}?)-?%}"
              + "|\\{\\{-?(?<output>[^{}\\n]{0,1000}|\\s{0,9}\"\\{\\{\"\\s{0,9}|\\s{0,9}\"\\{%\"\\s{0,9})}}"
              + "|(?<attributes>\\{:[^{}\\n]{0,200}})");

  private static final Pattern LITERAL = Pattern.compile("\\s*(?:\"([^\"]*)\"|'([^']*)')\\s*-?");
  private static final Pattern VIDEO =
      Pattern.compile("(?:^|[\\s\"'=/])(?<id>[\\w-]{11}|\\d{6,12})(?=[\\s\"'?]|$)");
  private static final Pattern LANGUAGE = Pattern.compile("[\\w+#-]{1,40}");

  /** Tags that arrange what stands between them, and are no loss where it is shown all the same. */
  private static final Set<String> ARRANGING = Set.of("raw", "endraw", "comment", "endcomment");

  private Liquid() {}

  /**
   * A tag, an output or attributes as they stand in a text.
   *
   * @param start where it begins
   * @param words as written
   * @param meaning what it becomes; null: nothing can be said for it
   */
  public record Found(int start, int end, String words, @Nullable String meaning) {}

  /** Whether a digest's post was written for Jekyll, so that Liquid in it is meant to run. */
  public static boolean isMeantIn(DigestDocument document) {
    return JekyllFrontMatter.isOwn(document);
  }

  /** The text without Liquid. */
  static String strip(String markdown) {
    StringBuilder text = new StringBuilder(markdown.length());
    int from = 0;
    for (Found found : in(markdown)) {
      text.append(markdown, from, found.start());
      text.append(found.meaning() == null ? "" : found.meaning());
      from = found.end();
    }
    return text.append(markdown, from, markdown.length()).toString();
  }

  /** What is Liquid's in a text, in its order; what stands between {@code raw} is not. */
  public static List<Found> in(String markdown) {
    List<Found> all = new ArrayList<>();
    Matcher token = TOKEN.matcher(markdown);
    Set<String> endless = new HashSet<>();
    int from = 0;
    while (from <= markdown.length() - 3 && token.find(from)) {
      from = token.end();
      all.add(new Found(token.start(), from, token.group(), meaning(markdown, token)));
      String tag = token.group("tag");
      if ("raw".equals(tag) || "comment".equals(tag)) {
        int end = endless.contains(tag) ? from : end(markdown, tag, from);
        if (end == from) {
          endless.add(tag);
          continue;
        }
        // A comment around a slot would take the slot with it.
        if (tag.equals("comment") && markdown.indexOf("<!--", from, end) < 0) {
          all.set(all.size() - 1, new Found(token.start(), end, token.group(), ""));
        }
        from = end;
      }
    }
    return all;
  }

  /** Where the tag that ends another one begins; right behind the other one if there is none. */
  private static int end(String markdown, String tag, int from) {
    Matcher end = Pattern.compile("\\{%-?\\s{0,9}end" + tag + "\\b").matcher(markdown);
    return end.find(from) ? end.start() : from;
  }

  private static @Nullable String meaning(String markdown, Matcher token) {
    String tag = token.group("tag");
    if (tag != null) {
      return ofTag(tag, token.group("rest").strip(), isLineStart(markdown, token.start()));
    }
    if (token.group("attributes") != null) {
      return "";
    }
    Matcher literal = LITERAL.matcher(token.group("output"));
    if (!literal.matches()) {
      return null;
    }
    return literal.group(1) != null ? literal.group(1) : literal.group(2);
  }

  private static boolean isLineStart(String markdown, int at) {
    return at == 0 || markdown.charAt(at - 1) == '\n';
  }

  private static @Nullable String ofTag(String tag, String rest, boolean atLineStart) {
    String name = rest.split("\\s", 2)[0];
    return switch (tag) {
      case "highlight" ->
          (atLineStart ? "~~~" : "\n\n~~~") + (LANGUAGE.matcher(name).matches() ? name : "");
      case "endhighlight" -> atLineStart ? "~~~" : "\n~~~";
      case "youtube", "vimeo" -> video(tag, rest);
      case "include" ->
          name.contains("youtube")
              ? video("youtube", rest.substring(name.length()))
              : name.contains("vimeo") ? video("vimeo", rest.substring(name.length())) : null;
      default -> ARRANGING.contains(tag) || tag.startsWith("end") ? "" : null;
    };
  }

  private static @Nullable String video(String where, String rest) {
    Matcher id = VIDEO.matcher(rest);
    if (!id.find()) {
      return null;
    }
    String address =
        where.equals("vimeo") ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=";
    return "<" + address + id.group("id") + ">";
  }
}
