package org.conferencedigest.notes.talk;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.bounds.Findings;
import org.jspecify.annotations.Nullable;

/** Says whether a document describes a talk that can be kept, and which. */
@Singleton
final class TalkCheck {

  private static final int LONGEST_MINUTES = 14 * 24 * 60;

  private final Bounds bounds;

  TalkCheck(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * The talk a document describes, at revision 0.
   *
   * @throws org.conferencedigest.foundation.problem.ProblemException 422 with all that is wrong
   */
  TalkRow check(String conference, String slug, TalkDocument wish) {
    Findings findings = new Findings();
    if (wish.slug() != null && !wish.slug().equals(slug)) {
      findings.add("/slug", "must be the slug of the address, or be left out");
    }
    findings.required("/title", wish.title(), bounds.title());
    findings.characters("/room", wish.room(), bounds.name());
    findings.characters("/track", wish.track(), bounds.name());
    findings.bytes("/abstract", wish.summary(), bounds.summary());
    LocalDateTime start = wish.start();
    if (start != null && (start.getYear() < 1 || start.getYear() > 9999)) {
      findings.add("/start", "must be in the years 1 to 9999");
    }
    Integer minutes = wish.minutes();
    if (minutes != null && (minutes < 0 || minutes > LONGEST_MINUTES)) {
      findings.add("/minutes", "must be a number from 0 to " + LONGEST_MINUTES);
    }
    String kind = Objects.requireNonNullElse(wish.kind(), TalkKind.TALK.word());
    word(findings, "/kind", kind, TalkKind::of);
    List<Speaker> speakers = speakers(findings, wish);
    List<TalkLink> links = links(findings, wish);
    findings.requireNone();
    return new TalkRow(
        conference,
        slug,
        Objects.requireNonNull(wish.title()),
        kind,
        // As precise as the database keeps it.
        start == null ? null : start.truncatedTo(ChronoUnit.MICROS),
        minutes,
        wish.room(),
        wish.track(),
        wish.summary(),
        Objects.equals(wish.cancelled(), true),
        speakers,
        links,
        false,
        0,
        Instant.EPOCH);
  }

  private List<Speaker> speakers(Findings findings, TalkDocument wish) {
    List<Speaker> speakers = new ArrayList<>();
    var wished =
        Objects.requireNonNullElse(wish.speakers(), List.<TalkDocument.SpeakerDocument>of());
    findings.count("/speakers", wished, bounds.speakersPerTalk());
    for (int i = 0; i < wished.size(); i++) {
      TalkDocument.SpeakerDocument speaker = wished.get(i);
      String at = "/speakers/" + i;
      if (speaker == null) {
        findings.add(at, "is missing");
        continue;
      }
      findings.required(at + "/name", speaker.name(), bounds.name());
      findings.characters(at + "/role", speaker.role(), bounds.name());
      findings.characters(at + "/affiliation", speaker.affiliation(), bounds.name());
      findings.link(at + "/link", speaker.link(), bounds.link());
      findings.characters(at + "/text", speaker.text(), bounds.title());
      if (speaker.name() != null) {
        speakers.add(
            new Speaker(
                speaker.name(),
                speaker.role(),
                speaker.affiliation(),
                speaker.link(),
                speaker.text()));
      }
    }
    return speakers;
  }

  private List<TalkLink> links(Findings findings, TalkDocument wish) {
    List<TalkLink> links = new ArrayList<>();
    var wished = Objects.requireNonNullElse(wish.links(), List.<TalkDocument.LinkDocument>of());
    findings.count("/links", wished, bounds.linksPerTalk());
    for (int i = 0; i < wished.size(); i++) {
      TalkDocument.LinkDocument link = wished.get(i);
      String at = "/links/" + i;
      if (link == null || link.url() == null) {
        findings.add(link == null ? at : at + "/url", "is missing");
        continue;
      }
      findings.link(at + "/url", link.url(), bounds.link());
      findings.characters(at + "/label", link.label(), bounds.name());
      LinkKind kind = word(findings, at + "/kind", link.kind(), LinkKind::of);
      if (kind != null) {
        links.add(new TalkLink(kind, link.url(), link.label()));
      }
    }
    return links;
  }

  private static <T> @Nullable T word(
      Findings findings, String pointer, @Nullable String word, Function<String, T> of) {
    try {
      return of.apply(Objects.requireNonNullElse(word, ""));
    } catch (IllegalArgumentException unknown) {
      findings.add(pointer, Objects.requireNonNullElse(unknown.getMessage(), "is unknown"));
      return null;
    }
  }
}
