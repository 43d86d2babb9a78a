package org.conferencedigest.summary.render;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.NoteTime;
import org.conferencedigest.summary.digest.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The digest as an Atom feed (RFC 4287): an entry for each note that stands in the digest, the
 * latest told first, and a tombstone for each note that was retracted (RFC 6721). An entry's {@code
 * updated} is when its note last changed significantly, and its id never changes.
 */
final class AtomFeed {

  static final String MEDIA_TYPE = "application/atom+xml";

  private static final Fragment END = Fragment.of("</feed>\n");

  private final DigestDocument document;
  private final PublicSite site;
  private final WebLinks links;

  private AtomFeed(DigestDocument document, PublicSite site) {
    this.document = document;
    this.site = site;
    this.links = WebLinks.absolute(document, site.url());
  }

  static Rendered render(DigestDocument document, PublicSite site) {
    return new AtomFeed(document, site).render();
  }

  private Rendered render() {
    NoteHtml html = new NoteHtml(links, Definitions.of(document.frame(), links));
    List<DigestNote> notes =
        document.notes().stream()
            .filter(DigestNote::isListed)
            .sorted(
                comparing((DigestNote note) -> note.source().lastSignificant(), reverseOrder())
                    .thenComparing(DigestNote::slug))
            .toList();
    List<Map.Entry<String, Instant>> gone =
        document.state().retracted().entrySet().stream()
            .sorted(
                Map.Entry.<String, Instant>comparingByValue(reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<Fragment> fragments = new ArrayList<>(notes.size() + gone.size() + 2);
    fragments.add(Fragment.of(head(updated(notes, gone))));
    for (DigestNote note : notes) {
      fragments.add(entry(note, html.entry(note)));
    }
    gone.forEach(note -> fragments.add(tombstone(note.getKey(), note.getValue())));
    fragments.add(END);
    return new Rendered(fragments);
  }

  /** When the latest of all was; of a feed without anything, when its conference begins. */
  private Instant updated(List<DigestNote> notes, List<Map.Entry<String, Instant>> gone) {
    LocalDate start = document.content().startDate();
    return Stream.of(
            notes.stream().map(note -> note.source().lastSignificant()).findFirst(),
            gone.stream().map(Map.Entry::getValue).findFirst())
        .flatMap(found -> found.stream())
        .max(Instant::compareTo)
        .orElse(
            start == null
                ? Instant.EPOCH
                : start.atStartOfDay(NoteTime.zone(document.content().timeZone())).toInstant());
  }

  private String head(Instant updated) {
    String title = document.settings().title();
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:base="%s">
            """
                .formatted(Escape.html(links.digest())));
    element(xml, "title", title);
    if (!document.content().title().equals(title)) {
      element(xml, "subtitle", document.content().title());
    }
    element(xml, "id", id());
    element(xml, "updated", time(updated));
    link(xml, "self", MEDIA_TYPE, links.format("digest.atom"), null);
    link(xml, "alternate", "text/html", links.digest(), null);
    element(xml, "generator", "Conference Digest");
    return xml.toString();
  }

  private String id() {
    return site.entity().tag("conferences/" + Escape.inPath(document.conference()));
  }

  private String id(String note) {
    return id() + "/notes/" + Escape.inPath(note);
  }

  private record Key(WebLinks links, TaggingEntity entity, String html)
      implements Memo.Key<Fragment> {}

  private Fragment entry(DigestNote note, String html) {
    return note.memo()
        .get(new Key(links, site.entity(), html), () -> Fragment.of(entryOf(note, html)));
  }

  private String entryOf(DigestNote note, String html) {
    ReviewedNote source = note.source();
    StringBuilder xml = new StringBuilder("<entry>\n");
    element(xml, "title", source.title().isBlank() ? note.slug() : source.title());
    element(xml, "id", id(note.slug()));
    element(xml, "updated", time(source.lastSignificant()));
    element(xml, "published", time(source.publishedAt()));
    xml.append("<author>");
    element(xml, "name", source.author().isBlank() ? "anonymous" : source.author());
    xml.append("</author>\n");
    link(xml, "alternate", "text/html", links.note(note.slug()), null);
    for (Talk talk : source.talks()) {
      for (TalkLink link : Objects.requireNonNullElse(talk.links(), List.<TalkLink>of())) {
        if (isAddress(link.url())) {
          link(xml, "related", null, link.url().strip(), label(talk, link));
        }
      }
    }
    Verdict verdict = note.review().verdict();
    if (verdict != null) {
      xml.append(
          "<category term=\"%s\" label=\"%s\"/>\n".formatted(verdict.word(), words(verdict)));
    }
    return xml.append("<content type=\"html\">")
        .append(Escape.html(html))
        .append("</content>\n</entry>\n")
        .toString();
  }

  private static String label(Talk talk, TalkLink link) {
    return PlainText.onOneLine(
        talk.title()
            + (link.label() != null && !link.label().isBlank()
                ? ": " + link.label()
                : link.kind() == LinkKind.OTHER ? "" : ": " + link.kind().word()));
  }

  /** A verdict for people. */
  static String words(Verdict verdict) {
    return switch (verdict) {
      case BEST -> "Best";
      case WORTH_WATCHING -> "Worth watching";
      case WATCHED -> "Watched";
      case SKIP -> "Skip";
    };
  }

  /** "The reference must be an IRI." */
  private static boolean isAddress(String url) {
    try {
      return Page.isLink(url) && new URI(url.strip()).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Fragment tombstone(String note, Instant when) {
    return Fragment.of(
        "<at:deleted-entry ref=\"%s\" when=\"%s\"/>\n"
            .formatted(Escape.html(id(note)), time(when)));
  }

  /**
   * RFC 4287 allows any fraction of a second, but many readers, ROME for one, take each for so many
   * milliseconds: six digits would be up to 17 minutes.
   */
  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<')
        .append(name)
        .append('>')
        .append(Escape.html(PlainText.onOneLine(text)))
        .append("</")
        .append(name)
        .append(">\n");
  }

  private static void link(
      StringBuilder xml,
      String relation,
      @Nullable String type,
      String href,
      @Nullable String title) {
    xml.append("<link rel=\"").append(relation).append('"');
    attribute(xml, "type", type);
    attribute(xml, "href", href);
    attribute(xml, "title", title);
    xml.append("/>\n");
  }

  private static void attribute(StringBuilder xml, String name, @Nullable String value) {
    if (value != null) {
      xml.append(' ').append(name).append("=\"").append(Escape.html(value)).append('"');
    }
  }
}
