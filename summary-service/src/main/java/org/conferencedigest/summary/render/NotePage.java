package org.conferencedigest.summary.render;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.PlainText;
import org.conferencedigest.summary.render.HtmlNodes.Style;
import org.conferencedigest.web.Head;
import org.conferencedigest.web.Link;
import org.conferencedigest.web.TalkFacts;
import org.conferencedigest.web.Templates;
import org.jspecify.annotations.Nullable;

/** The complete web page of a published note. */
public final class NotePage {

  private static final Style STYLE = new Style("", 2, false, false);

  /** How much search engines show of a description, about, in characters. */
  private static final int DESCRIPTION = 200;

  private NotePage() {}

  private record BodyKey(WebLinks links) implements Memo.Key<String> {}

  /** All that a page is made of beside its note. */
  private record PageKey(
      WebLinks absolute, String digest, String body, List<TalkFacts> talks, String data)
      implements Memo.Key<Rendered> {}

  /** The page of a note; empty if the note is not published. */
  public static Optional<Rendered> render(DigestDocument document, String note, String publicUrl) {
    return document.note(note).map(found -> page(document, found, publicUrl));
  }

  private static Rendered page(DigestDocument document, DigestNote note, String publicUrl) {
    WebLinks links = WebLinks.withinSite(document);
    WebLinks absolute = WebLinks.absolute(document, publicUrl);
    String html = html(document, note);
    List<TalkFacts> talks = talks(document, note, links);
    String data = SchemaOrg.review(document, note, absolute);
    return note.memo()
        .get(
            new PageKey(absolute, document.settings().title(), html, talks, data),
            () -> {
              Map<String, @Nullable Object> content = new HashMap<>();
              content.put("title", note.source().title());
              content.put(
                  "digest",
                  new Link(
                      document.settings().title(),
                      links.digest() + "#note-" + Escape.inPath(note.slug())));
              content.put("date", date(note));
              content.put(
                  "author", new Link(note.source().author(), Page.author(note.source().author())));
              content.put("badge", Page.badge(note.review().verdict()));
              content.put("talks", talks);
              content.put("html", html);
              return whole(
                  head(document, note, html, absolute, links, data),
                  Templates.render("note", content));
            });
  }

  /** What a note's page says, safe. */
  static String html(DigestDocument document, DigestNote note) {
    WebLinks links = WebLinks.withinSite(document);
    DigestText body = document.body(note);
    return body.memo()
        .get(
            new BodyKey(links),
            () ->
                MarkdownHtml.of(
                    links.plain(body.resolve(links)),
                    STYLE.withHeadings(HeadingLinks.of(body).neededBy(body.markdown()))));
  }

  private static Rendered whole(Head head, String content) {
    return new Rendered(
        List.of(
            Fragment.of(
                Templates.render("html", Map.of("head", head, "kind", "note", "html", content)))));
  }

  private static Head head(
      DigestDocument document,
      DigestNote note,
      String html,
      WebLinks absolute,
      WebLinks links,
      String data) {
    return Head.of(PlainText.onOneLine(note.source().title()))
        .withCanonical(absolute.note(note.slug()))
        .withDescription(blankToNull(HtmlText.beginning(HtmlText.of(html), DESCRIPTION)))
        .withAlternate(
            "text/markdown", links.format("notes/" + Escape.inPath(note.slug())), "Markdown")
        .withAlternate(
            AtomFeed.MEDIA_TYPE,
            links.format("digest.atom"),
            PlainText.onOneLine(document.settings().title()))
        .withScript("reading.js")
        .withData(data);
  }

  private static String date(DigestNote note) {
    LocalDateTime time = note.time();
    return time == null ? Escape.html(note.source().date()) : Page.day(time.toLocalDate());
  }

  private static List<TalkFacts> talks(DigestDocument document, DigestNote note, WebLinks links) {
    Companions companions = new Companions(document);
    NoteHtml html = new NoteHtml(links, Definitions.of(document.frame(), links));
    return note.source().talks().stream()
        .map(
            talk ->
                new TalkFacts(
                    talk.title(),
                    Credits.about(talk),
                    blankToNull(talk.summary()),
                    Credits.people(List.of(talk)),
                    Credits.resources(List.of(talk)),
                    companions.on(talk, note).stream()
                        .map(other -> Companions.companion(other, links, html::entry))
                        .toList()))
        .toList();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
