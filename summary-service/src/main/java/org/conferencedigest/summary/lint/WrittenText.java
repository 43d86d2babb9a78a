package org.conferencedigest.summary.lint;

import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.events.Review;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.jspecify.annotations.Nullable;

/**
 * A text as its author wrote it. What is composed or generated is nobody's mistake.
 *
 * @param place see {@link Warning}
 */
record WrittenText(String place, DigestText text) {

  private static final String BODY = "/body";

  /** All texts of a digest, in its order. */
  static List<WrittenText> of(DigestDocument document) {
    List<WrittenText> texts = new ArrayList<>();
    add(texts, "outline", document.content().outline(), document);
    add(texts, "summary", document.settings().summary(), document);
    for (DigestNote note : document.notes()) {
      String place = place(note);
      Review review = note.review();
      add(texts, place + "/entry", review.entry(), document);
      add(texts, place + "/recommendation", review.recommendation(), document);
      texts.add(new WrittenText(place + BODY, document.body(note)));
    }
    return texts;
  }

  private static void add(
      List<WrittenText> texts, String place, @Nullable String markdown, DigestDocument document) {
    if (markdown != null && !markdown.isBlank()) {
      texts.add(new WrittenText(place, document.text(markdown)));
    }
  }

  static String place(DigestNote note) {
    return "notes/" + note.slug();
  }

  /** Whether it is the page of a note, and not what the digest says of it. */
  boolean isPage() {
    return place.endsWith(BODY);
  }

  String markdown() {
    return text.markdown();
  }

  /** A warning about what begins at that offset. */
  Warning warning(String code, Severity severity, int offset, String sentence) {
    return warning(code, severity, offset, sentence, List.of());
  }

  Warning warning(
      String code, Severity severity, int offset, String sentence, List<String> candidates) {
    return new Warning(code, severity, place, lineOf(offset), sentence, candidates);
  }

  private int lineOf(int offset) {
    int line = 1;
    int end = Math.min(offset, markdown().length());
    for (int at = markdown().indexOf('\n'); at >= 0 && at < end; ) {
      line++;
      at = markdown().indexOf('\n', at + 1);
    }
    return line;
  }
}
