package org.conferencedigest.notes.talk;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.foundation.etag.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A talk as it is stored.
 *
 * @param kind the word of a {@link TalkKind}
 * @param startsAt in the conference's time zone
 * @param summary the abstract
 * @param deleted whether there is none any more: the row stays, so that its revisions go on
 */
@MappedEntity("talk")
public record TalkRow(
    String conference,
    @Id String slug,
    String title,
    String kind,
    @Nullable LocalDateTime startsAt,
    @Nullable Integer minutes,
    @Nullable String room,
    @Nullable String track,
    @Nullable String summary,
    boolean cancelled,
    @TypeDef(type = DataType.JSON) List<Speaker> speakers,
    @TypeDef(type = DataType.JSON) List<TalkLink> links,
    boolean deleted,
    long revision,
    Instant updatedAt) {

  /** The talk as events carry it. */
  public Talk talk() {
    return new Talk(
        slug,
        title,
        TalkKind.of(kind),
        startsAt,
        minutes,
        room,
        track,
        summary,
        cancelled,
        speakers,
        links);
  }

  EntityTag tag() {
    return EntityTag.strong(revision);
  }

  /** A talk before it is first stored, of which nothing is said yet. */
  public static TalkRow create(String conference, String slug) {
    return new TalkRow(
        conference,
        slug,
        "",
        TalkKind.TALK.word(),
        null,
        null,
        null,
        null,
        null,
        false,
        List.of(),
        List.of(),
        false,
        0,
        Instant.EPOCH);
  }

  /** What kind of talk it is. */
  public TalkKind kindOfTalk() {
    return TalkKind.of(kind);
  }

  /** The same with other words. */
  public TalkRow telling(
      String newTitle,
      TalkKind newKind,
      @Nullable LocalDateTime newStart,
      @Nullable Integer newMinutes,
      @Nullable String newRoom,
      @Nullable String newTrack,
      @Nullable String newSummary,
      boolean off,
      List<Speaker> newSpeakers,
      List<TalkLink> newLinks) {
    return new TalkRow(
        conference,
        slug,
        newTitle,
        newKind.word(),
        newStart,
        newMinutes,
        newRoom,
        newTrack,
        newSummary,
        off,
        newSpeakers,
        newLinks,
        deleted,
        revision,
        updatedAt);
  }

  /** The same, cancelled or not. */
  public TalkRow called(boolean off) {
    return telling(
        title, kindOfTalk(), startsAt, minutes, room, track, summary, off, speakers, links);
  }

  /** The same with more links; those to an address that is linked already are left out. */
  public TalkRow linkedTo(List<TalkLink> more) {
    List<TalkLink> all = new ArrayList<>(links);
    more.stream()
        .filter(link -> all.stream().noneMatch(there -> there.url().equals(link.url())))
        .forEach(all::add);
    return telling(
        title, kindOfTalk(), startsAt, minutes, room, track, summary, cancelled, speakers, all);
  }

  /** The same at another revision. */
  public TalkRow as(boolean nowDeleted, long newRevision, Instant at) {
    return new TalkRow(
        conference,
        slug,
        title,
        kind,
        startsAt,
        minutes,
        room,
        track,
        summary,
        cancelled,
        speakers,
        links,
        nowDeleted,
        newRevision,
        at);
  }

  boolean saysTheSameAs(TalkRow other) {
    return as(other.deleted, other.revision, other.updatedAt).equals(other);
  }
}
