package org.conferencedigest.notes.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.Review;
import org.conferencedigest.notes.bounds.Findings;
import org.conferencedigest.notes.frontmatter.Literal;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code digest} of a front matter: a review, and the talks that the page covers.
 *
 * @param talks null if it does not tell
 */
record DigestTable(ReviewDocument review, @Nullable List<@Nullable String> talks) {

  /** Reads a table; values of the wrong kind go to the findings. */
  static DigestTable read(Map<String, Object> table, Findings findings) {
    return new DigestTable(
        new ReviewDocument(
            text(table, "verdict", findings),
            text(table, "entry", findings),
            text(table, "recommendation", findings),
            text(table, "section", findings),
            number(table, "position", findings),
            number(table, "rank", findings)),
        talks(table.get("talks"), findings));
  }

  private static @Nullable String text(Map<String, Object> table, String key, Findings findings) {
    Object value = table.get(key);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    findings.add("/digest/" + key, "must be a text");
    return null;
  }

  private static @Nullable Integer number(
      Map<String, Object> table, String key, Findings findings) {
    Object value = table.get(key);
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    if (value != null) {
      findings.add("/digest/" + key, "must be a whole number of at most nine digits");
    }
    return null;
  }

  private static @Nullable List<@Nullable String> talks(@Nullable Object value, Findings findings) {
    if (value == null) {
      return null;
    }
    List<@Nullable String> talks = new ArrayList<>();
    if (value instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
      items.forEach(item -> talks.add((String) item));
    } else {
      findings.add("/digest/talks", "must be a list of texts");
    }
    return talks;
  }

  /** The table that says this. */
  static Literal.Table write(Review review, List<String> talks) {
    Map<String, Literal> members = new LinkedHashMap<>();
    put(members, "verdict", review.verdict() == null ? null : review.verdict().word());
    put(members, "entry", review.entry());
    put(members, "recommendation", review.recommendation());
    put(members, "section", review.section());
    if (review.position() != null) {
      members.put("position", new Literal.Whole(review.position()));
    }
    if (review.rank() != null) {
      members.put("rank", new Literal.Whole(review.rank()));
    }
    if (!talks.isEmpty()) {
      members.put("talks", new Literal.Items(talks));
    }
    return new Literal.Table(members);
  }

  private static void put(Map<String, Literal> members, String key, @Nullable String text) {
    if (text != null) {
      members.put(key, new Literal.Text(text));
    }
  }
}
