package org.conferencedigest.summary.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conferencedigest.summary.search.Analysis.Token;

/**
 * What somebody looks for: all of its words, in any of their forms, and what stands between
 * quotation marks as it stands there.
 *
 * @param text as PostgreSQL's {@code tsquery}; empty: nothing to look for
 * @param terms all that it may have found
 */
record Query(String text, Set<String> terms) {

  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"?|[^\"]+");

  static Query of(String words) {
    List<String> all = new ArrayList<>();
    Set<String> terms = new LinkedHashSet<>();
    Matcher parts = PART.matcher(words);
    while (parts.find()) {
      String phrase = parts.group(1);
      if (phrase != null) {
        add(phrase(phrase, terms), all);
      } else {
        anyForm(parts.group(), terms).forEach(group -> add(group, all));
      }
    }
    return new Query(String.join(" & ", all), terms);
  }

  private static void add(String group, List<String> all) {
    if (!group.isEmpty()) {
      all.add(group);
    }
  }

  /** Words one behind the other. */
  private static String phrase(String phrase, Set<String> terms) {
    List<Token> tokens = Analysis.ofQuery(phrase, Language.NONE);
    tokens.forEach(token -> terms.add(token.term()));
    return tokens.stream()
        .map(token -> quoted(token.term()))
        .collect(
            Collectors.joining(" <-> ", tokens.isEmpty() ? "" : "(", tokens.isEmpty() ? "" : ")"));
  }

  /** For each word the terms that it has in one language or the other. */
  private static List<String> anyForm(String words, Set<String> terms) {
    Map<Integer, Set<String>> forms = new TreeMap<>();
    for (Language language : Language.values()) {
      for (Token token : Analysis.ofQuery(words, language)) {
        forms.computeIfAbsent(token.start(), start -> new LinkedHashSet<>()).add(token.term());
      }
    }
    Map<Integer, String> groups = new LinkedHashMap<>();
    forms.forEach(
        (start, alternatives) -> {
          terms.addAll(alternatives);
          groups.put(
              start,
              alternatives.stream()
                  .map(Query::quoted)
                  .collect(Collectors.joining(" | ", "(", ")")));
        });
    return List.copyOf(groups.values());
  }

  /** A term as it stands in a {@code tsquery} and in a {@code tsvector}. */
  static String quoted(String term) {
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
