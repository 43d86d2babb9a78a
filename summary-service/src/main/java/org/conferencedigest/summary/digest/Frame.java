package org.conferencedigest.summary.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Piece;
import org.conferencedigest.events.outline.Piece.Prose;
import org.conferencedigest.events.outline.Piece.SlotLine;

/**
 * All of a digest but what fills its slots: the author's prose as one Markdown text, so that
 * definitions at its end hold at its start, with a mark in the place of each slot. Immutable; a
 * frame that did not change is the same object in the next document.
 *
 * <p>A mark is an HTML comment alone on its line, which no prose can forge: it carries the hash of
 * all the prose.
 */
public final class Frame {

  private final Outline outline;
  private final List<Boolean> empty;
  private final Pattern mark;
  private final DigestText text;
  private final List<Section> sections;
  private final Memo memo = new Memo();

  private Frame(
      Outline outline, List<Boolean> empty, Pattern mark, DigestText text, List<Section> sections) {
    this.outline = outline;
    this.empty = empty;
    this.mark = mark;
    this.text = text;
    this.sections = sections;
  }

  /**
   * The frame of an outline.
   *
   * @param empty for each slot whether it renders nothing
   */
  static Frame of(Outline outline, List<Boolean> empty, Links links) {
    StringBuilder text = new StringBuilder();
    String name = "slot-" + hash(outline.text()) + "-";
    int slot = 0;
    for (Piece piece : outline.pieces()) {
      switch (piece) {
        case Prose prose -> text.append(prose.markdown());
        case SlotLine line ->
            text.append("<!--").append(name).append(slot++).append("-->").append(line.eol());
      }
    }
    DigestText marked = DigestText.of(text.toString(), links);
    Pattern mark = Pattern.compile("<!--" + name + "(\\d{1,9})-->");
    return new Frame(
        outline, empty, mark, marked, Sections.of(marked.markdown(), mark, outline.slots()));
  }

  /** This frame in another document: itself if it looks the same there. */
  Frame with(Outline outlineNow, List<Boolean> emptyNow, Links links) {
    if (!outline.equals(outlineNow)) {
      return of(outlineNow, emptyNow, links);
    }
    DigestText textNow = text.with(links);
    return textNow == text && empty.equals(emptyNow)
        ? this
        : new Frame(outline, emptyNow, mark, textNow, sections);
  }

  /** The prose with marks in the place of slots. */
  public DigestText text() {
    return text;
  }

  /** A mark; its only group is the number of the slot, from 0. */
  public Pattern mark() {
    return mark;
  }

  /** Whether a slot renders nothing. */
  public boolean isEmpty(int slot) {
    return empty.get(slot);
  }

  /** Keeps what was made of this frame. */
  public Memo memo() {
    return memo;
  }

  List<Section> sections() {
    return sections;
  }

  /** The outline with the links of its prose as a format writes them. */
  public Outline resolve(DigestText.LinkStyle style) {
    String resolved = text.resolve(style);
    List<Piece> pieces = new ArrayList<>();
    Matcher marks = mark.matcher(resolved);
    int from = 0;
    for (Piece piece : outline.pieces()) {
      if (piece instanceof SlotLine line && marks.find()) {
        addProse(pieces, resolved.substring(from, marks.start()));
        pieces.add(line);
        from = marks.end() + line.eol().length();
      }
    }
    addProse(pieces, resolved.substring(from));
    return new Outline(pieces);
  }

  private static void addProse(List<Piece> pieces, String markdown) {
    if (!markdown.isEmpty()) {
      pieces.add(new Prose(markdown));
    }
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
