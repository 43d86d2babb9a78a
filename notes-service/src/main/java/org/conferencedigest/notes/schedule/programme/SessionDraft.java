package org.conferencedigest.notes.schedule.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.notes.bounds.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is read. Whatever a file says goes in; what comes out can be kept, and what had to
 * be changed for that is remarked.
 */
public final class SessionDraft {

  private static final int LONGEST_MINUTES = 14 * 24 * 60;

  /** What is longer is cut before it is looked at: no abstract is, and looking takes time. */
  private static final int READ = 4;

  private final Place place;
  private final Remarks remarks;
  private final Bounds bounds;
  private final List<Speaker> speakers = new ArrayList<>();
  private final List<TalkLink> links = new ArrayList<>();
  private final Set<String> paragraphs = new LinkedHashSet<>();
  private Identity identity = Identity.NONE;
  private @Nullable String base;
  private @Nullable String title;
  private @Nullable String type;
  private @Nullable String room;
  private @Nullable String track;
  private @Nullable When when;
  private @Nullable LocalDate day;
  private @Nullable Integer minutes;
  private boolean cancelled;

  public SessionDraft(Place place, Remarks remarks, Bounds bounds) {
    this.place = place;
    this.remarks = remarks;
    this.bounds = bounds;
  }

  /** Says something of this item. */
  public void remark(String sentence) {
    remarks.add(place, sentence);
  }

  /** What addresses without a server refer to, from now on. */
  public SessionDraft base(@Nullable String address) {
    base = address;
    return this;
  }

  public SessionDraft knownBy(
      @Nullable String guid, @Nullable String id, @Nullable String code, @Nullable String slug) {
    identity = new Identity(name(guid), name(id), name(code), name(slug));
    return this;
  }

  public SessionDraft title(@Nullable String text) {
    String line = Words.line(text);
    title = line == null ? null : Words.cut(line, READ * bounds.title());
    return this;
  }

  public SessionDraft type(@Nullable String text) {
    type = Words.line(text);
    return this;
  }

  public SessionDraft room(@Nullable String text) {
    room = fit("room", Words.line(text), bounds.name());
    return this;
  }

  public SessionDraft track(@Nullable String text) {
    String line = fit("track", Words.line(text), bounds.name());
    // What the programmes of some systems say for none.
    track = line != null && line.equalsIgnoreCase("no track") ? null : line;
    return this;
  }

  public SessionDraft starts(@Nullable When moment, @Nullable LocalDate dayOfProgramme) {
    boolean inReach =
        moment == null || (moment.clock().getYear() >= 1 && moment.clock().getYear() <= 9999);
    if (!inReach) {
      remark("It begins in a year that is none: it has no start.");
    }
    when = inReach ? moment : null;
    day = inReach ? dayOfProgramme : null;
    return this;
  }

  public SessionDraft lasts(@Nullable Long length) {
    if (length != null && (length < 0 || length > LONGEST_MINUTES)) {
      remark("It lasts " + length + " minutes, which cannot be: its length is left out.");
    } else {
      minutes = length == null ? null : length.intValue();
    }
    return this;
  }

  public SessionDraft cancelled(boolean off) {
    cancelled = off;
    return this;
  }

  /** A line before the abstract. */
  public SessionDraft subtitle(@Nullable String text) {
    String line = Words.line(text);
    if (line != null && !line.equals(title)) {
      paragraphs.add("*" + line.replace("*", "\\*") + "*");
    }
    return this;
  }

  /**
   * A part of the abstract, as Markdown, plain text or HTML; what was said before is not repeated.
   */
  public SessionDraft describedBy(@Nullable String text) {
    if (text != null) {
      String lines = Words.lines(Words.cut(text, READ * bounds.summary()));
      String markdown = lines == null ? null : Words.lines(Markup.markdown(lines, base));
      if (markdown != null) {
        paragraphs.removeIf(markdown::startsWith);
        paragraphs.add(markdown);
      }
    }
    return this;
  }

  /**
   * A speaker, as written.
   *
   * @param role what is known of it
   * @param link the speaker's page
   */
  public SessionDraft speaker(@Nullable String text, @Nullable String role, @Nullable String link) {
    String line = Words.line(text);
    if (line == null) {
      remark("A speaker without a name was passed over.");
    } else if (speakers.size() >= bounds.speakersPerTalk()) {
      remark("It has more than " + bounds.speakersPerTalk() + " speakers; not kept: " + line + ".");
    } else {
      String kept = Objects.requireNonNull(fit("speaker", line, bounds.name()));
      String page = link == null ? null : WebAddress.of(link, base).orElse(null);
      speakers.add(
          SpeakerText.read(
              kept,
              fit("role", Words.line(role), bounds.name()),
              page == null || page.length() > bounds.link() ? null : page));
    }
    return this;
  }

  /**
   * A link, as written.
   *
   * @param kind what the file calls it
   */
  public SessionDraft link(@Nullable String url, @Nullable String label, @Nullable String kind) {
    return link(url, label, (address, words) -> LinkKinds.of(Words.line(kind), words, address));
  }

  /** A link of a kind that is known. */
  public SessionDraft link(@Nullable String url, @Nullable String label, LinkKind kind) {
    return link(url, label, (address, words) -> kind);
  }

  private interface Telling {
    LinkKind kind(String address, @Nullable String label);
  }

  private SessionDraft link(@Nullable String url, @Nullable String label, Telling telling) {
    String words = fit("label", Words.line(label), bounds.name());
    if (url == null || url.isBlank()) {
      remark("A link without an address was passed over" + (words == null ? "." : ": " + words));
      return this;
    }
    Optional<String> address =
        WebAddress.of(Words.cut(url, READ * bounds.link()), base)
            .filter(found -> found.length() <= bounds.link());
    if (address.isEmpty()) {
      remark("A link was passed over, since it is no web address: " + Words.cut(url.strip(), 200));
    } else if (links.size() >= bounds.linksPerTalk()) {
      remark("It has more than " + bounds.linksPerTalk() + " links; not kept: " + address.get());
    } else {
      boolean says = words != null && !words.equals(address.get()) && !words.matches("https?://");
      links.add(
          new TalkLink(telling.kind(address.get(), words), address.get(), says ? words : null));
    }
    return this;
  }

  /** Whether it has that link already. */
  public boolean linksTo(@Nullable String url) {
    return url != null
        && WebAddress.of(url, base)
            .filter(found -> links.stream().anyMatch(link -> link.url().equals(found)))
            .isPresent();
  }

  /** The item. Without a title it has one that says so. */
  public Session build() {
    String written = title;
    if (written == null) {
      remark("It has no title: it is called \"Untitled\".");
      written = "Untitled";
    }
    String kept = Objects.requireNonNull(fit("title", withoutSpeakers(written), bounds.title()));
    Told told =
        new Told(
            kept,
            Kinds.of(type, track, kept, !speakers.isEmpty()),
            null,
            minutes,
            room,
            track,
            summary(),
            cancelled,
            List.copyOf(speakers),
            List.copyOf(links));
    return new Session(place, identity, when, day, told);
  }

  /**
   * A title such as {@code "Kelp, by Bo Li"} or {@code "Bo Li: Kelp"}, if it is Bo Li who speaks.
   */
  private String withoutSpeakers(String written) {
    for (Speaker speaker : speakers) {
      for (String name : List.of(speaker.name(), Objects.requireNonNullElse(speaker.text(), ""))) {
        if (name.contains(" ")) {
          Optional<String> rest = TitleWithName.without(written, name);
          if (rest.isPresent()) {
            remark("The speaker's name was taken off the title: " + Words.cut(written, 200));
            return rest.get();
          }
        }
      }
    }
    return written;
  }

  private @Nullable String summary() {
    String all = String.join("\n\n", paragraphs);
    if (all.isEmpty()) {
      return null;
    }
    String kept = Utf8Length.cut(all, bounds.summary());
    if (kept.length() < all.length()) {
      remark("Its abstract is longer than " + bounds.summary() + " bytes: the end was cut off.");
    }
    return kept;
  }

  private @Nullable String fit(String what, @Nullable String line, int characters) {
    if (line == null || line.length() <= characters) {
      return line;
    }
    remark("Its %s is longer than %d characters: the end was cut off.".formatted(what, characters));
    return Words.cut(line, characters);
  }

  /** What it is known by is kept as it is, or not at all: cut, it might be another's. */
  private @Nullable String name(@Nullable String text) {
    String line = Words.line(text);
    if (line != null && line.length() > bounds.name()) {
      remark("What it is known by is longer than " + bounds.name() + " characters: not kept.");
      return null;
    }
    return line;
  }
}
