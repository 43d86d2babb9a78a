package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestDocument.Filled;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.Section;

/** The digest as a complete web page. */
final class HtmlPost {

  private static final Fragment END_OF_LIST = Fragment.of("</ul>\n");

  private HtmlPost() {}

  static Rendered render(DigestDocument document, String publicUrl) {
    WebLinks links = WebLinks.withinSite(document);
    NoteHtml notes = new NoteHtml(links, Definitions.of(document.frame(), links));
    List<Fragment> fragments = new ArrayList<>();
    fragments.add(head(document, links, WebLinks.absolute(document, publicUrl)));
    for (HtmlFrame.Piece piece : HtmlFrame.of(document.frame(), links)) {
      switch (piece) {
        case HtmlFrame.Piece.Prose prose -> fragments.add(prose.html());
        case HtmlFrame.Piece.Slot slot ->
            add(document.slots().get(slot.number()), notes, fragments);
      }
    }
    fragments.add(foot(links));
    return new Rendered(fragments);
  }

  private static Fragment head(DigestDocument document, WebLinks links, WebLinks absolute) {
    ConferenceContent content = document.content();
    String title = document.settings().title();
    Page page =
        new Page(title, absolute.digest())
            .alternate("text/markdown", links.format("digest.md"), "Markdown")
            .alternate("application/json", links.format("digest.json"), "JSON")
            .alternate(AtomFeed.MEDIA_TYPE, links.format("digest.atom"), title)
            .alternate("text/calendar", links.format("digest.ics"), "Calendar")
            .body(Page.link("/", "All conferences") + "\n")
            .add("<main class=\"digest\" id=\"digest\">\n")
            .add("<h1 dir=\"auto\">" + Escape.html(title) + "</h1>\n");
    String days = Page.days(content.startDate(), content.endDate());
    String conference =
        Page.isLink(content.link())
            ? Page.link(String.valueOf(content.link()), content.title())
            : Escape.html(content.title());
    page.add(
        "<p class=\"conference\">" + conference + (days.isEmpty() ? "" : ", " + days) + "</p>\n");
    return page.add(contents(document)).cut();
  }

  private static String contents(DigestDocument document) {
    int top = document.sections().stream().mapToInt(Section::level).min().orElse(0);
    List<Section> sections =
        document.sections().stream().filter(section -> section.level() == top).toList();
    if (sections.size() < 2) {
      return "";
    }
    StringBuilder nav =
        new StringBuilder("<nav class=\"contents\" aria-label=\"Contents\">\n<ul>\n");
    for (Section section : sections) {
      nav.append("<li>").append(Page.link("#" + section.id(), section.title())).append("</li>\n");
    }
    return nav.append("</ul>\n</nav>\n").toString();
  }

  private static void add(Filled filled, NoteHtml html, List<Fragment> fragments) {
    switch (filled.slot()) {
      case Slot.Tier tier -> {
        fragments.add(startOfTier(tier.verdict()));
        addAll(filled.notes(), html, HtmlPost::recommendation, true, fragments);
        fragments.add(END_OF_LIST);
      }
      case Slot.Entries entries -> addAll(filled.notes(), html, HtmlPost::entry, false, fragments);
      case Slot.Entry entry -> addAll(filled.notes(), html, HtmlPost::entry, false, fragments);
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

  private record Key(NoteHtml html, String text, boolean inTier) implements Memo.Key<Fragment> {}

  private static void addAll(
      List<DigestNote> notes,
      NoteHtml html,
      BiFunction<DigestNote, String, String> element,
      boolean inTier,
      List<Fragment> fragments) {
    for (DigestNote note : notes) {
      String text = inTier ? html.recommendation(note) : html.entry(note);
      fragments.add(
          note.memo()
              .get(new Key(html, text, inTier), () -> Fragment.of(element.apply(note, text))));
    }
  }

  private static String recommendation(DigestNote note, String html) {
    return "<li data-note=\"" + note.slug() + "\" dir=\"auto\">" + html + "</li>\n";
  }

  private static String entry(DigestNote note, String html) {
    Verdict verdict = note.review().verdict();
    return "<article class=\"entry\" id=\"note-"
        + note.slug()
        + "\" data-note=\""
        + note.slug()
        + (verdict == null ? "" : "\" data-verdict=\"" + verdict.word())
        + "\" aria-label=\""
        + Escape.html(note.source().title())
        + "\" dir=\"auto\">\n"
        + html
        + "\n</article>\n";
  }

  private static Fragment foot(WebLinks links) {
    return Fragment.of(
        "</main>\n<footer>\n<nav class=\"formats\" aria-label=\"This digest in other formats\">\n<ul>\n"
            + "<li>"
            + Page.link(links.format("digest.md"), "Markdown")
            + "</li>\n"
            + "<li>"
            + Page.link(links.format("digest.hugo.md"), "Hugo post")
            + "</li>\n"
            + "<li>"
            + Page.link(links.format("hugo.zip"), "Hugo folder")
            + "</li>\n"
            + "<li>"
            + Page.link(links.format("digest.json"), "JSON")
            + "</li>\n"
            + "</ul>\n</nav>\n</footer>\n</body>\n</html>\n");
  }
}
