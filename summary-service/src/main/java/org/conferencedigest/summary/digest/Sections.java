package org.conferencedigest.summary.digest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.conferencedigest.events.outline.CarefulParser;
import org.conferencedigest.events.outline.Slot;
import org.jspecify.annotations.Nullable;

/** Finds the sections of a digest: its headings that stand in no list, quotation or the like. */
final class Sections {

  private static final CarefulParser PARSER = new CarefulParser(Parser.builder());

  private Sections() {}

  static List<Section> of(String marked, Pattern mark, List<Slot> slots) {
    List<Section> sections = new ArrayList<>();
    HeadingIds ids = new HeadingIds("");
    Node document = PARSER.parse(marked);
    for (@Nullable Node block = document == null ? null : document.getFirstChild();
        block != null;
        block = block.getNext()) {
      if (block instanceof Heading heading) {
        String title = Nodes.words(heading).strip();
        sections.add(new Section(ids.next(title), title, heading.getLevel(), null, List.of()));
      } else if (block instanceof HtmlBlock html && !sections.isEmpty()) {
        Matcher marks = mark.matcher(html.getLiteral());
        while (marks.find()) {
          sections.add(with(sections.removeLast(), Integer.parseInt(marks.group(1)), slots));
        }
      }
    }
    return List.copyOf(sections);
  }

  private static Section with(Section section, int slot, List<Slot> slots) {
    List<Integer> numbers = new ArrayList<>(section.slots());
    numbers.add(slot);
    LocalDate date =
        section.date() == null && slots.get(slot) instanceof Slot.Entries entries
            ? entries.date()
            : section.date();
    return new Section(section.id(), section.title(), section.level(), date, numbers);
  }
}
