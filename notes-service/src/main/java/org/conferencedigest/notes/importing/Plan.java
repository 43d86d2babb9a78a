package org.conferencedigest.notes.importing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Talk;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.note.Note;
import org.conferencedigest.notes.note.NoteState;
import org.conferencedigest.notes.note.NoteSummary;
import org.conferencedigest.notes.recognition.SeenTalk;
import org.jspecify.annotations.Nullable;

/**
 * What a post makes of a conference's notes. It reads no clock and no database.
 *
 * @param reviews of all published notes, as they are to be
 * @param seen the notes that the post itself holds, be they new or known
 * @param exact whether the digest will be the post, byte for byte
 */
record Plan(
    HugoRefs refs,
    Recognised recognised,
    Map<String, Review> reviews,
    List<SeenNote> seen,
    boolean exact) {

  /**
   * What is known before the post is read.
   *
   * @param folder where notes are if the post does not tell
   * @param folderIsSure whether somebody said so
   * @param first the day the conference begins, if that is known
   * @param day the date of notes that stand under no day
   * @param taken names that no new note can have
   * @param most how many notes the post may hold
   */
  record Setting(
      String folder,
      boolean folderIsSure,
      ZoneId zone,
      @Nullable LocalDate first,
      WrittenDate day,
      Set<String> taken,
      int most) {}

  private record Known(
      NoteState state, WrittenDate date, Review review, String title, List<String> talks) {}

  /**
   * @param post the post's text below its front matter
   * @param stored the notes of the conference that are drafted or published
   * @param imported the notes of the folder, as they are to be but for the post
   * @param programme the talks of the conference
   */
  static Plan of(
      String post,
      List<NoteSummary> stored,
      Map<String, Note> imported,
      Collection<Talk> programme,
      Setting setting) {
    Map<String, Known> notes = new TreeMap<>();
    stored.forEach(
        n -> notes.put(n.slug(), new Known(n.state(), n.date(), n.review(), n.title(), n.talks())));
    imported.forEach(
        (slug, n) ->
            notes.put(slug, new Known(n.state(), n.date(), n.review(), n.title(), n.talks())));
    Optional<String> folder = HugoRefs.folderOf(post, notes.keySet());
    HugoRefs refs =
        new HugoRefs(folder.orElse(setting.folder()), folder.isPresent() || setting.folderIsSure());
    Days days = new Days(years(notes, setting), setting.first());
    String asHugo = refs.toHugo(post);
    Recognised recognised =
        new Recogniser(post, refs, known(notes, programme, setting), days, setting.most())
            .recognise(
                seen -> Proof.holds(seen.outline(), asHugo, refs, standing(notes, seen, setting)));
    List<Proof.Standing> standing = standing(notes, recognised, setting);
    Map<String, Review> reviews = new TreeMap<>();
    standing.forEach(note -> reviews.put(note.slug(), note.review()));
    return new Plan(
        refs,
        recognised,
        reviews,
        seen(recognised, setting),
        asHugo.equals(post) && Proof.holds(recognised.outline(), asHugo, refs, standing));
  }

  private static KnownNotes known(
      Map<String, Known> notes, Collection<Talk> programme, Setting setting) {
    Map<String, String> titles = new HashMap<>();
    programme.forEach(talk -> titles.put(talk.slug(), talk.title()));
    KnownNotes known = new KnownNotes(setting.taken());
    notes.forEach(
        (slug, note) ->
            known.add(
                slug,
                note.state(),
                note.title(),
                note.talks().stream().map(titles::get).filter(Objects::nonNull).toList()));
    return known;
  }

  /** All notes that will be published, as the digest will have them. */
  private static List<Proof.Standing> standing(
      Map<String, Known> notes, Recognised recognised, Setting setting) {
    List<Proof.Standing> standing = new ArrayList<>();
    notes.forEach(
        (slug, note) -> {
          if (note.state() == NoteState.PUBLISHED) {
            standing.add(
                new Proof.Standing(
                    slug, recognised.review(slug, note.review()), note.date().day(setting.zone())));
          }
        });
    for (SeenNote note : seen(recognised, setting)) {
      if (!notes.containsKey(note.slug())) {
        standing.add(
            new Proof.Standing(
                note.slug(),
                recognised.review(note.slug(), Review.NONE),
                note.date().day(setting.zone())));
      }
    }
    return standing;
  }

  private static List<SeenNote> seen(Recognised recognised, Setting setting) {
    List<SeenNote> seen = new ArrayList<>();
    for (Map.Entry<String, SeenTalk> talk : new TreeMap<>(recognised.talks()).entrySet()) {
      Recognised.Entry entry = recognised.entries().get(talk.getKey());
      Recognised.Recommendation recommendation = recognised.recommendations().get(talk.getKey());
      LocalDate day = entry == null ? null : entry.part().date();
      String text = entry != null ? entry.text() : Objects.requireNonNull(recommendation).text();
      seen.add(
          new SeenNote(
              talk.getKey(),
              talk.getValue(),
              day == null ? setting.day() : new WrittenDate(day.toString()),
              text));
    }
    return seen;
  }

  /** The years of the notes, most frequent first. */
  private static List<Integer> years(Map<String, Known> notes, Setting setting) {
    LocalDate first = setting.first();
    if (notes.isEmpty() && first != null) {
      return List.of(first.getYear());
    }
    Map<Integer, Long> counts =
        notes.values().stream()
            .map(note -> note.date().day(setting.zone()).getYear())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Stream<Integer> years =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey);
    return counts.isEmpty() ? List.of(setting.day().day(setting.zone()).getYear()) : years.toList();
  }

  /** The notes that the post gives no place, in order. */
  List<String> unlisted() {
    List<String> unlisted = new ArrayList<>();
    reviews.forEach(
        (slug, review) -> {
          if (Review.UNLISTED.equals(review.section())
              && !recognised.recommendations().containsKey(slug)) {
            unlisted.add(slug);
          }
        });
    return unlisted;
  }
}
