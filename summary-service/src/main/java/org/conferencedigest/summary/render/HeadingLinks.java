package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestDocument.Filled;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.HeadingIds;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.Nodes;
import org.jspecify.annotations.Nullable;

/**
 * Where links to headings of the same page lead. Authors write the names that headings have in
 * their blogs, as Hugo and GitHub give them; on our page a heading has another name, which tells
 * the note in whose text it stands.
 */
public final class HeadingLinks {

  static final HeadingLinks NONE = new HeadingLinks(Map.of(), Set.of());

  /** A link within the page, inline or defined. */
  private static final Pattern LINK =
      Pattern.compile("](?:\\(|:)[ \\t]{0,9}<?#([^\\s()<>]{1,300})");

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ -]");

  /** Our names of the headings, by those that a blog gives them. */
  private final Map<String, String> byName;

  private final Set<String> ours;

  private HeadingLinks(Map<String, String> byName, Set<String> ours) {
    this.byName = byName;
    this.ours = ours;
  }

  private record Used() implements Memo.Key<Set<String>> {}

  private record Headings() implements Memo.Key<List<String>> {}

  /** Those of a digest's page. Looks at no heading if there is no link to one. */
  public static HeadingLinks of(DigestDocument document) {
    if (MarkdownPost.texts(document).stream().allMatch(text -> usedIn(text).isEmpty())) {
      return NONE;
    }
    Map<String, List<DigestText>> texts = new LinkedHashMap<>();
    texts.put("", List.of(document.frame().text()));
    for (Filled filled : document.slots()) {
      filled
          .notes()
          .forEach(
              note ->
                  texts
                      .computeIfAbsent(
                          NoteHtml.idPrefix(note, filled.slot()), prefix -> new ArrayList<>())
                      .add(MarkdownPost.textOf(note, filled.slot())));
    }
    return of(texts);
  }

  /** Those of the page of a text alone. */
  public static HeadingLinks of(DigestText text) {
    return usedIn(text).isEmpty() ? NONE : of(Map.of("", List.of(text)));
  }

  private static HeadingLinks of(Map<String, List<DigestText>> texts) {
    Map<String, String> byName = new HashMap<>();
    Set<String> ours = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    texts.forEach(
        (prefix, some) ->
            some.forEach(
                text -> {
                  HeadingIds ids = new HeadingIds(prefix);
                  for (String words : headings(text)) {
                    String id = ids.next(words);
                    ours.add(id);
                    String name = name(words);
                    int before = seen.merge(name, 1, Integer::sum) - 1;
                    byName.putIfAbsent(before == 0 ? name : name + "-" + before, id);
                  }
                }));
    return new HeadingLinks(byName, ours);
  }

  private static List<String> headings(DigestText text) {
    return text.memo()
        .get(
            new Headings(),
            () -> {
              List<String> headings = new ArrayList<>();
              String markdown = MarkdownPost.withoutHugo(text.markdown());
              for (@Nullable Node node = Commonmark.parse(markdown);
                  node != null;
                  node = Nodes.following(node)) {
                if (node instanceof Heading heading) {
                  headings.add(Nodes.words(heading));
                }
              }
              return List.copyOf(headings);
            });
  }

  private static Set<String> usedIn(DigestText text) {
    return text.memo().get(new Used(), () -> usedIn(text.markdown()));
  }

  private static Set<String> usedIn(String markdown) {
    Set<String> used = new HashSet<>();
    Matcher links = LINK.matcher(markdown);
    while (links.find()) {
      used.add(links.group(1));
    }
    return Set.copyOf(used);
  }

  /** The name that Hugo and GitHub give a heading: for the first one of these words. */
  static String name(String words) {
    return NOT_IN_NAMES
        .matcher(words.strip().toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace(' ', '-');
  }

  /** Our names for the names that a text's links use, as far as there are such headings. */
  Map<String, String> neededBy(String markdown) {
    if (byName.isEmpty() || markdown.indexOf('#') < 0) {
      return Map.of();
    }
    Map<String, String> needed = new TreeMap<>();
    for (String name : usedIn(markdown)) {
      String id = byName.get(decoded(name));
      if (id != null) {
        needed.put(name, id);
      }
    }
    return needed;
  }

  /** Whether a link to that name leads to a heading of the page. */
  public boolean lead(String name) {
    return byName.containsKey(decoded(name)) || ours.contains(decoded(name));
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return name;
    }
  }
}
