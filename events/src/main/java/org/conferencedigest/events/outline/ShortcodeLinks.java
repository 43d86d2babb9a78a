package org.conferencedigest.events.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conferencedigest.events.outline.LinkScanner.Form;
import org.conferencedigest.events.outline.LinkScanner.Found;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.jspecify.annotations.Nullable;

/**
 * Finds links whose addresses a blog's generator puts in before it reads the text as Markdown. With
 * blanks in them they are no links of CommonMark, and they hold in code, too.
 */
final class ShortcodeLinks {

  /** Hugo's shortcode for the address of a page, which may have further options. */
  private static final Pattern REF =
      Pattern.compile(
          "\\{\\{[<%]\\s{0,9}(?:rel)?ref\\s{1,9}(?:path\\s{0,9}=\\s{0,9})?"
              + "(?:\"(?<quoted>[^\"\\n]{0,2000})\"|`(?<raw>[^`\\n]{0,2000})`"
              + "|(?<word>[^\\s\"`<>{}=]{1,2000}))"
              + "(?:\\s{1,9}\\w{1,40}\\s{0,9}=\\s{0,9}(?:\"[^\"\\n]{0,200}\"|`[^`\\n]{0,200}`)){0,9}"
              + "\\s{0,9}[>%]}}");

  /** How far from a destination the parentheses around it may be, in spaces. */
  private static final int WIDEST_GAP = 9;

  /** How far before a Hugo destination its label may begin, in characters. */
  private static final int LONGEST_LABEL = 2_000;

  private ShortcodeLinks() {}

  /** The links whose addresses are shortcodes of Hugo or tags of Jekyll, and those alone. */
  static List<Found> in(String markdown) {
    List<Found> found = new ArrayList<>();
    if (markdown.contains("ref")) {
      find(markdown, REF.matcher(markdown), ShortcodeLinks::page, found);
    }
    if (markdown.contains("{%")) {
      find(markdown, SiteAddresses.JEKYLL.matcher(markdown), SiteAddresses::jekyll, found);
    }
    return found;
  }

  private static void find(
      String markdown, Matcher ref, Function<Matcher, Target> target, List<Found> found) {
    while (ref.find()) {
      Found link = link(markdown, ref, target.apply(ref));
      found.add(
          link != null
              ? link
              : new Found(
                  new NoteLink("", target.apply(ref), ref.group()),
                  Form.ADDRESS,
                  ref.start(),
                  ref.end(),
                  0,
                  ref.end() - ref.start()));
    }
  }

  /** The link whose destination that is, which CommonMark does not take for one. */
  private static @Nullable Found link(String markdown, Matcher ref, Target target) {
    int opening = ref.start() - 1;
    while (opening > ref.start() - WIDEST_GAP && isSpace(markdown, opening)) {
      opening--;
    }
    int end = ref.end();
    while (end < ref.end() + WIDEST_GAP && isSpace(markdown, end)) {
      end++;
    }
    if (opening < 1 || !markdown.startsWith("](", opening - 1) || !markdown.startsWith(")", end)) {
      return null;
    }
    int start = labelStart(markdown, opening - 1);
    if (start < 0 || (start > 0 && markdown.charAt(start - 1) == '!')) {
      return null;
    }
    return new Found(
        new NoteLink(
            markdown.substring(start + 1, opening - 1), target, markdown.substring(start, end + 1)),
        Form.INLINE,
        start,
        end + 1,
        ref.start() - start,
        ref.end() - start);
  }

  private static boolean isSpace(String markdown, int at) {
    return at >= 0 && at < markdown.length() && Character.isWhitespace(markdown.charAt(at));
  }

  private static Target.HugoPage page(Matcher ref) {
    String written =
        Stream.of("quoted", "raw", "word")
            .map(ref::group)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    int hash = written.indexOf('#');
    return hash < 0
        ? new Target.HugoPage(written, null)
        : new Target.HugoPage(written.substring(0, hash), written.substring(hash + 1));
  }

  /** The opening bracket that belongs to the closing one; -1 if there is none near. */
  private static int labelStart(String markdown, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0 && i > closing - LONGEST_LABEL; i--) {
      char c = markdown.charAt(i);
      if (i > 0 && markdown.charAt(i - 1) == '\\') {
        continue;
      }
      if (c == ']') {
        depth++;
      } else if (c == '[') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }
}
