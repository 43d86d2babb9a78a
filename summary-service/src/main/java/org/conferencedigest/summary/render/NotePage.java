package org.conferencedigest.summary.render;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.render.HtmlNodes.Style;

/** The complete web page of a published note. */
public final class NotePage {

  private static final Style STYLE = new Style("", 2, false, false);

  private NotePage() {}

  private record Key(WebLinks links) implements Memo.Key<String> {}

  /** The page of a note; empty if the note is not published. */
  public static Optional<Rendered> render(DigestDocument document, String note, String publicUrl) {
    return document.note(note).map(found -> page(document, found, publicUrl));
  }

  private static Rendered page(DigestDocument document, DigestNote note, String publicUrl) {
    WebLinks links = WebLinks.withinSite(document);
    DigestText body = document.body(note);
    String html =
        body.memo()
            .get(
                new Key(links),
                () -> MarkdownHtml.of(MarkdownPost.withoutHugo(body.resolve(links)), STYLE));
    Page page =
        new Page(note.source().title(), WebLinks.absolute(document, publicUrl).note(note.slug()))
            .alternate(
                AtomFeed.MEDIA_TYPE, links.format("digest.atom"), document.settings().title())
            .body(
                Page.link("/", "All conferences")
                    + "\n"
                    + Page.link(
                        links.digest() + "#note-" + Escape.inPath(note.slug()),
                        "Back to the digest: " + document.settings().title())
                    + "\n")
            .add("<main class=\"note\" id=\"digest\">\n")
            .add("<h1 dir=\"auto\">" + Escape.html(note.source().title()) + "</h1>\n")
            .add("<p class=\"byline\">" + byline(note) + "</p>\n")
            .add(talks(note.source().talks()))
            .add("<article class=\"body\" dir=\"auto\">\n" + html + "\n</article>\n")
            .add("</main>\n</body>\n</html>\n");
    return new Rendered(List.of(page.cut()));
  }

  private static String byline(DigestNote note) {
    LocalDateTime time = note.time();
    return (time == null ? Escape.html(note.source().date()) : Page.day(time.toLocalDate()))
        + ", by "
        + Escape.html(note.source().author());
  }

  private static String talks(List<Talk> talks) {
    if (talks.isEmpty()) {
      return "";
    }
    StringBuilder html =
        new StringBuilder("<section class=\"talks\" aria-label=\"Talks\">\n<ul>\n");
    for (Talk talk : talks) {
      html.append("<li dir=\"auto\"><cite>").append(Escape.html(talk.title())).append("</cite>");
      List<String> speakers = new ArrayList<>();
      for (Speaker speaker : Objects.requireNonNullElse(talk.speakers(), List.<Speaker>of())) {
        speakers.add(speaker(speaker));
      }
      if (!speakers.isEmpty()) {
        html.append(" by ").append(String.join(", ", speakers));
      }
      for (TalkLink link : Objects.requireNonNullElse(talk.links(), List.<TalkLink>of())) {
        if (Page.isLink(link.url())) {
          html.append("\n<span class=\"link\">")
              .append(Page.link(link.url(), label(link)))
              .append("</span>");
        }
      }
      html.append("</li>\n");
    }
    return html.append("</ul>\n</section>\n").toString();
  }

  private static String speaker(Speaker speaker) {
    String name =
        Page.isLink(speaker.link())
            ? Page.link(String.valueOf(speaker.link()), speaker.name())
            : Escape.html(speaker.name());
    List<String> more = new ArrayList<>();
    if (speaker.role() != null) {
      more.add(speaker.role());
    }
    if (speaker.affiliation() != null) {
      more.add(speaker.affiliation());
    }
    return more.isEmpty() ? name : name + " (" + Escape.html(String.join(", ", more)) + ")";
  }

  private static String label(TalkLink link) {
    if (link.label() != null && !link.label().isBlank()) {
      return link.label();
    }
    return switch (link.kind()) {
      case RECORDING, SLIDES, PAPER, CODE ->
          link.kind().name().charAt(0) + link.kind().name().substring(1).toLowerCase(Locale.ROOT);
      case OTHER -> link.url();
    };
  }
}
