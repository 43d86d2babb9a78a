package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestDocument.Filled;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.PlainText;
import org.conferencedigest.summary.digest.Section;
import org.conferencedigest.web.Companion;
import org.conferencedigest.web.Entry;
import org.conferencedigest.web.Head;
import org.conferencedigest.web.Link;
import org.conferencedigest.web.Templates;
import org.conferencedigest.web.Templates.Frame;
import org.jspecify.annotations.Nullable;

/** The digest as a complete web page. */
final class HtmlPost {

  private static final Fragment END_OF_LIST = Fragment.of("</ul>\n");
  private static final Fragment BESIDE = Fragment.of("<div class=\"beside\">\n");
  private static final Fragment END_OF_BESIDE = Fragment.of("</div>\n");

  private final WebLinks links;
  private final HeadingLinks headings;
  private final NoteHtml html;
  private final Companions companions;
  private final List<Fragment> fragments = new ArrayList<>();

  private HtmlPost(DigestDocument document) {
    this.links = WebLinks.withinSite(document);
    this.headings = HeadingLinks.of(document);
    this.html = new NoteHtml(links, Definitions.of(document.frame(), links), headings);
    this.companions = new Companions(document);
  }

  static Rendered render(DigestDocument document, String publicUrl) {
    HtmlPost post = new HtmlPost(document);
    post.add(document, WebLinks.absolute(document, publicUrl));
    return new Rendered(post.fragments);
  }

  private void add(DigestDocument document, WebLinks absolute) {
    Map<String, Object> page = new HashMap<>();
    page.put("head", head(document, absolute));
    page.put("kind", "digest");
    page.put("changes", links.format("digest/changes"));
    Frame frame = Templates.frame("page", page);
    fragments.add(
        Fragment.of(frame.before() + masthead(document) + "<div class=\"column\" data-live>\n"));
    for (HtmlFrame.Piece piece : HtmlFrame.of(document.frame(), links, headings)) {
      switch (piece) {
        case HtmlFrame.Piece.Prose prose -> fragments.add(prose.html());
        case HtmlFrame.Piece.Slot slot -> add(document.slots().get(slot.number()));
      }
    }
    fragments.add(Fragment.of("</div>\n" + formats() + frame.after()));
  }

  private Head head(DigestDocument document, WebLinks absolute) {
    String summary = document.settings().summary();
    return Head.of(PlainText.onOneLine(document.settings().title()))
        .withCanonical(absolute.digest())
        .withDescription(
            summary == null || summary.isBlank()
                ? "What was best, what is worth watching, and what happened at "
                    + PlainText.onOneLine(document.content().title())
                    + "."
                : PlainText.onOneLine(summary))
        .withAlternate("text/markdown", links.format("digest.md"), "Markdown")
        .withAlternate("application/json", links.format("digest.json"), "JSON")
        .withAlternate(
            AtomFeed.MEDIA_TYPE,
            links.format("digest.atom"),
            PlainText.onOneLine(document.settings().title()))
        .withAlternate("text/calendar", links.format("digest.ics"), "Calendar")
        .withScript("reading.js")
        .withScript("live.js")
        .withData(SchemaOrg.event(document, absolute));
  }

  private static String masthead(DigestDocument document) {
    ConferenceContent content = document.content();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("title", document.settings().title());
    parameters.put("conference", content.title());
    parameters.put("link", Page.isLink(content.link()) ? content.link() : null);
    parameters.put("days", Page.days(content.startDate(), content.endDate()));
    parameters.put("contents", contents(document));
    return Templates.render("masthead", parameters);
  }

  private static List<Link> contents(DigestDocument document) {
    int top = document.sections().stream().mapToInt(Section::level).min().orElse(0);
    return document.sections().stream()
        .filter(section -> section.level() == top)
        .map(section -> new Link(PlainText.onOneLine(section.title()), "#" + section.id()))
        .toList();
  }

  private String formats() {
    return Templates.render(
        "formats",
        Map.of(
            "formats",
            List.of(
                new Link("Feed (Atom)", links.format("digest.atom")),
                new Link("Calendar", links.format("digest.ics")),
                new Link("Markdown", links.format("digest.md")),
                new Link("Jekyll post", links.format("digest.jekyll.md")),
                new Link("Hugo post", links.format("digest.hugo.md")),
                new Link("Hugo folder", links.format("hugo.zip")),
                new Link("JSON", links.format("digest.json")),
                new Link("Live changes", links.format("digest/changes")))));
  }

  private void add(Filled filled) {
    switch (filled.slot()) {
      case Slot.Tier tier -> {
        fragments.add(startOfTier(tier.verdict()));
        filled.notes().forEach(note -> fragments.add(recommendation(note)));
        fragments.add(END_OF_LIST);
      }
      case Slot.Entries entries -> addEntries(filled.notes());
      case Slot.Entry entry -> addEntries(filled.notes());
      case Slot.Tiers tiers -> throw unfilled(tiers);
      case Slot.Days days -> throw unfilled(days);
      case Slot.Summary summary -> throw unfilled(summary);
    }
  }

  private static IllegalStateException unfilled(Slot slot) {
    return new IllegalStateException("a document has no such slot: " + slot);
  }

  private static Fragment startOfTier(Verdict verdict) {
    return Fragment.of("<ul class=\"tier\" data-verdict=\"" + verdict.word() + "\">\n");
  }

  /** Notes on the same talk that follow one another stand side by side. */
  private void addEntries(List<DigestNote> notes) {
    int end;
    for (int from = 0; from < notes.size(); from = end) {
      end = from + 1;
      while (end < notes.size() && Companions.share(notes.get(end - 1), notes.get(end))) {
        end++;
      }
      List<DigestNote> together = notes.subList(from, end);
      if (together.size() > 1) {
        fragments.add(BESIDE);
      }
      together.forEach(note -> fragments.add(entry(note, together)));
      if (together.size() > 1) {
        fragments.add(END_OF_BESIDE);
      }
    }
  }

  private record TierKey(String text) implements Memo.Key<Fragment> {}

  private Fragment recommendation(DigestNote note) {
    String text = html.recommendation(note);
    return note.memo()
        .get(
            new TierKey(text),
            () ->
                Fragment.of(
                    "<li data-note=\"" + note.slug() + "\" dir=\"auto\">" + text + "</li>\n"));
  }

  private record EntryKey(WebLinks links, String text, boolean byMany, List<Companion> companions)
      implements Memo.Key<Fragment> {}

  /** An entry, which names the other notes on its talk that do not stand beside it. */
  private Fragment entry(DigestNote note, List<DigestNote> together) {
    String text = html.entry(note);
    List<Companion> others =
        companions.of(note).stream()
            .filter(other -> !together.contains(other))
            .map(other -> Companions.companion(other, links, nothing -> null))
            .toList();
    return note.memo()
        .get(
            new EntryKey(links, text, companions.areByMany(), others),
            () -> entry(note, text, others));
  }

  private Fragment entry(DigestNote note, String text, List<Companion> others) {
    String author = companions.areByMany() ? note.source().author() : null;
    Entry entry =
        new Entry(
            note.slug(),
            PlainText.onOneLine(note.source().title()),
            links.note(note.slug()),
            text,
            Page.badge(note.review().verdict()),
            author,
            author == null ? null : Page.author(author),
            note.isComposed() ? List.of() : Credits.people(note.source().talks()),
            Credits.resources(note.source().talks()),
            others);
    return Fragment.of(Templates.render("entry", Map.of("entry", entry)));
  }
}
