package org.conferencedigest.summary.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestDocument.Filled;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.render.Cells.Cell;
import org.jspecify.annotations.Nullable;

/** The digest as data. A value that starts on a line of its own is a fragment of its own. */
final class JsonPost {

  private static final String NEXT = ",\n";
  private static final Fragment END_OF_BLOCK = Fragment.of("]}");
  private static final Fragment END_OF_SECTION = Fragment.of("\n]}");
  private static final Fragment END_OF_LIST = Fragment.of("\n]");

  private final DigestDocument document;
  private final WebLinks links;
  private final NoteHtml html;
  private final List<Fragment> fragments = new ArrayList<>();

  private JsonPost(DigestDocument document, String publicUrl) {
    this.document = document;
    this.links = WebLinks.absolute(document, publicUrl);
    this.html = new NoteHtml(links, Definitions.of(document.frame(), links));
  }

  static Rendered render(DigestDocument document, String publicUrl) {
    return new JsonPost(document, publicUrl).render();
  }

  private Rendered render() {
    List<Cell> cells = Cells.of(document.frame(), links);
    int preamble = 0;
    while (preamble < cells.size() && !(cells.get(preamble) instanceof Cell.Start)) {
      preamble++;
    }
    List<Cell> beforeSections = cells.subList(0, preamble);
    int fold = beforeSections.indexOf(new Cell.Fold());
    add("{\"conference\":" + conference());
    add(NEXT + "\"title\":" + Json.string(document.settings().title()));
    add(NEXT + "\"frontMatter\":" + Json.string(document.settings().frontMatter()));
    add(NEXT + "\"summary\":" + summary(beforeSections.subList(0, Math.max(0, fold))));
    add(NEXT + "\"intro\":[");
    addBlocks(
        beforeSections.stream()
            .filter(cell -> !(cell instanceof Cell.Prose) || beforeSections.indexOf(cell) > fold)
            .toList());
    fragments.add(END_OF_LIST);
    add(NEXT + "\"sections\":[");
    addSections(cells.subList(preamble, cells.size()));
    fragments.add(END_OF_LIST);
    add(NEXT + "\"notes\":[");
    String separator = "\n";
    for (DigestNote note : document.notes()) {
      fragments.add(NoteJson.indexed(separator, note, links));
      separator = NEXT;
    }
    fragments.add(END_OF_LIST);
    add("}\n");
    return new Rendered(fragments);
  }

  private void add(String text) {
    fragments.add(Fragment.of(text));
  }

  private String conference() {
    ConferenceContent content = document.content();
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("slug", document.conference());
          json.writeStringField("title", content.title());
          Json.property(json, "startDate", content.startDate());
          Json.property(json, "endDate", content.endDate());
          json.writeStringField("timeZone", content.timeZone());
          Json.property(json, "link", content.link());
          json.writeEndObject();
        });
  }

  private static String summary(List<Cell> cells) {
    List<Cell.Prose> prose =
        cells.stream().filter(Cell.Prose.class::isInstance).map(Cell.Prose.class::cast).toList();
    if (prose.isEmpty()) {
      return "null";
    }
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField(
              "markdown",
              prose.stream().map(Cell.Prose::markdown).collect(Collectors.joining("\n\n")));
          json.writeStringField(
              "html", prose.stream().map(Cell.Prose::html).collect(Collectors.joining("\n")));
          json.writeEndObject();
        });
  }

  private void addSections(List<Cell> cells) {
    String separator = "\n";
    for (int from = 0; from < cells.size(); ) {
      int to = from + 1;
      while (to < cells.size() && !(cells.get(to) instanceof Cell.Start)) {
        to++;
      }
      List<Cell> blocks = cells.subList(from + 1, to);
      if (cells.get(from) instanceof Cell.Start start) {
        add(separator + beginningOf(start, dateOf(blocks)));
        addBlocks(blocks);
        fragments.add(END_OF_SECTION);
        separator = NEXT;
      }
      from = to;
    }
  }

  private static String beginningOf(Cell.Start start, @Nullable LocalDate date) {
    String properties =
        Json.of(
            json -> {
              json.writeStartObject();
              json.writeStringField("id", start.id());
              json.writeStringField("title", start.title());
              json.writeNumberField("level", start.level());
              if (date != null) {
                json.writeStringField("date", date.toString());
              }
              json.writeEndObject();
            });
    return properties.substring(0, properties.length() - 1) + ",\"blocks\":[";
  }

  private @Nullable LocalDate dateOf(List<Cell> blocks) {
    return blocks.stream()
        .filter(Cell.Slot.class::isInstance)
        .map(cell -> document.slots().get(((Cell.Slot) cell).number()).slot())
        .filter(Slot.Entries.class::isInstance)
        .map(slot -> ((Slot.Entries) slot).date())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Entries that stand one below the other without a word between them are one block. */
  private void addBlocks(List<Cell> cells) {
    String separator = "\n";
    for (Iterator<Cell> rest = cells.iterator(); rest.hasNext(); ) {
      boolean added =
          switch (rest.next()) {
            case Cell.Prose prose -> {
              add(
                  separator
                      + Json.of(
                          json -> {
                            json.writeStartObject();
                            json.writeStringField("kind", "prose");
                            json.writeStringField("markdown", prose.markdown());
                            json.writeStringField("html", prose.html());
                            json.writeEndObject();
                          }));
              yield true;
            }
            case Cell.Slot slot -> {
              addSlot(separator, document.slots().get(slot.number()));
              yield true;
            }
            case Cell.Start start -> false;
            case Cell.Fold fold -> false;
          };
      separator = added ? NEXT : separator;
    }
  }

  private void addSlot(String separator, Filled filled) {
    boolean tier = filled.slot() instanceof Slot.Tier;
    add(
        separator
            + (filled.slot() instanceof Slot.Tier(var verdict, var bullet)
                ? "{\"kind\":\"tier\",\"verdict\":\"" + verdict.word() + "\",\"recommendations\":["
                : "{\"kind\":\"entries\",\"entries\":["));
    String next = "\n";
    for (DigestNote note : filled.notes()) {
      DigestText text = MarkdownPost.textOf(note, filled.slot());
      String safe = tier ? html.recommendation(note) : html.entry(note);
      fragments.add(NoteJson.text(next, note, text, safe, links));
      next = NEXT;
    }
    fragments.add(END_OF_BLOCK);
  }
}
