package org.conferencedigest.summary.render;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;
import org.conferencedigest.summary.digest.Frame;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.Nodes;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of links and footnotes in the prose of a digest. In a Markdown format they hold
 * for entries, too, which are part of the same text there; elsewhere an entry has to bring them.
 */
final class Definitions {

  private static final Pattern LABEL = Pattern.compile("\\[([^\\[\\]]{1,999})]");

  /** A footnote with the lines that belong to it. */
  private static final Pattern FOOTNOTE =
      Pattern.compile("(?m)^ {0,3}\\[(\\^[^\\[\\]\\s]{1,200})]:[ \\t].*(?:\\R(?: {4}|\\t).*)*");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int LONGEST = 4_000;

  private final Map<String, String> byLabel;

  private Definitions(Map<String, String> byLabel) {
    this.byLabel = byLabel;
  }

  private record Key(LinkStyle links) implements Memo.Key<Definitions> {}

  static Definitions of(Frame frame, LinkStyle links) {
    return frame.memo().get(new Key(links), () -> new Definitions(find(frame, links)));
  }

  private static Map<String, String> find(Frame frame, LinkStyle links) {
    Map<String, String> byLabel = new LinkedHashMap<>();
    if (frame.text().markdown().contains("]:")) {
      String text = HtmlFrame.textOf(frame, links);
      for (@Nullable Node node = Commonmark.parse(text);
          node != null;
          node = Nodes.following(node)) {
        if (node instanceof LinkReferenceDefinition definition) {
          String written = written(definition);
          if (written.length() <= LONGEST) {
            byLabel.putIfAbsent(normalized(definition.getLabel()), written);
          }
        }
      }
      // Behind the links: a footnote would take the line below for its own.
      Matcher footnotes = FOOTNOTE.matcher(text);
      while (footnotes.find()) {
        if (footnotes.group().length() <= LONGEST) {
          byLabel.putIfAbsent(normalized(footnotes.group(1)), "\n" + footnotes.group() + "\n\n");
        }
      }
    }
    return byLabel;
  }

  private static String written(LinkReferenceDefinition definition) {
    String url = definition.getDestination().replace("<", "%3C").replace(">", "%3E");
    String title = definition.getTitle();
    return "["
        + definition.getLabel()
        + "]: <"
        + url
        + ">"
        + (title == null ? "" : " \"" + title.replaceAll("[\"\\\\]", "\\\\$0") + "\"")
        + "\n";
  }

  /** Those that a text uses and does not define itself, each on a line, to stand before it. */
  String neededBy(String markdown) {
    if (byLabel.isEmpty() || markdown.indexOf(']') < 0) {
      return "";
    }
    Map<String, String> needed = new LinkedHashMap<>();
    Set<String> own = new HashSet<>();
    Matcher labels = LABEL.matcher(markdown);
    while (labels.find()) {
      String label = normalized(labels.group(1));
      String definition = byLabel.get(label);
      if (definition != null && markdown.startsWith(":", labels.end())) {
        own.add(label);
      } else if (definition != null) {
        needed.put(label, definition);
      }
    }
    needed.keySet().removeAll(own);
    return needed.isEmpty() ? "" : String.join("", needed.values()) + "\n";
  }

  private static String normalized(String label) {
    return SPACE.matcher(label.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
