package org.conferencedigest.notes.schedule.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.notes.schedule.programme.Session;
import org.conferencedigest.notes.schedule.programme.Told;
import org.conferencedigest.notes.talk.TalkRow;

/**
 * Proposes for each recording the talk it is of. Sure is what is like by title and speakers, liker
 * than any other talk, and the only recording that is so like that talk.
 */
public final class Matcher {

  /** From here on it is worth a person's look. */
  public static final double LIKELY = 0.5;

  private static final double SURE = 0.8;
  private static final double CLEARLY = 0.1;

  /** The share of the title; the speakers have the rest. */
  private static final double TITLE = 0.65;

  /** How like a title is of which only the beginning is there; sure with the speakers alone. */
  private static final double CUT_OFF = 0.95;

  /** What the right day adds: it decides between two that are like otherwise. */
  private static final double DAY = 0.05;

  /** So many talks are compared with a recording: those that share its rarest words. */
  private static final int MOST_COMPARED = 500;

  private final Map<String, List<Candidate>> byWord = new HashMap<>();
  private final Map<String, Candidate> byLink = new HashMap<>();
  private final Likeness likeness;

  private record Candidate(TalkRow talk, List<String> words) {}

  private record Score(Candidate candidate, double value) {}

  /**
   * @param talks those that recordings can be of
   */
  public Matcher(List<TalkRow> talks) {
    List<Candidate> all =
        talks.stream().map(talk -> new Candidate(talk, Likeness.words(talk.title()))).toList();
    this.likeness = new Likeness(talks.stream().map(TalkRow::title).toList());
    for (Candidate candidate : all) {
      Set<String> keys = new HashSet<>(candidate.words());
      candidate.talk().speakers().forEach(speaker -> keys.addAll(Likeness.words(speaker.name())));
      candidate.talk().links().forEach(link -> byLink.putIfAbsent(link.url(), candidate));
      keys.forEach(key -> byWord.computeIfAbsent(key, _ -> new ArrayList<>()).add(candidate));
    }
  }

  /** The proposal for each recording, in their order. */
  public List<Match> match(List<Session> recordings) {
    List<Match> matches = recordings.stream().map(this::propose).toList();
    Map<String, List<Double>> byTalk = new HashMap<>();
    for (Match match : matches) {
      if (match.talk() != null) {
        byTalk.computeIfAbsent(match.talk().slug(), _ -> new ArrayList<>()).add(match.confidence());
      }
    }
    byTalk.values().forEach(confidences -> confidences.sort(Comparator.reverseOrder()));
    return matches.stream().map(match -> rivalled(match, byTalk)).toList();
  }

  /** Of two recordings that are likely of one talk, the likelier is sure if it is so by far. */
  private static Match rivalled(Match match, Map<String, List<Double>> byTalk) {
    TalkRow talk = match.talk();
    if (talk == null || !match.isSure() || match.isThere()) {
      return match;
    }
    List<Double> confidences = byTalk.getOrDefault(talk.slug(), List.of());
    boolean isBest = confidences.getFirst() <= match.confidence();
    boolean rival =
        !isBest || (confidences.size() > 1 && confidences.get(1) > match.confidence() - CLEARLY);
    return rival ? new Match(match.recording(), talk, match.confidence(), false, false) : match;
  }

  private Match propose(Session recording) {
    Told told = recording.told();
    for (TalkLink link : told.links()) {
      Candidate linking = byLink.get(link.url());
      if (linking != null) {
        return new Match(recording, linking.talk(), 1, true, true);
      }
    }
    List<String> words = Likeness.words(told.title());
    Set<Candidate> candidates = candidates(told, words);
    List<Score> scores =
        candidates.stream()
            .map(candidate -> new Score(candidate, score(recording, words, candidate)))
            .filter(score -> score.value() >= LIKELY)
            .sorted(
                Comparator.comparingDouble(Score::value)
                    .reversed()
                    .thenComparing(score -> score.candidate().talk().slug()))
            .toList();
    Optional<Score> best = scores.stream().findFirst();
    if (best.isEmpty()) {
      return new Match(recording, null, 0, false, false);
    }
    double confidence = best.get().value();
    boolean clear = scores.size() == 1 || scores.get(1).value() <= confidence - CLEARLY;
    return new Match(
        recording,
        best.get().candidate().talk(),
        Math.round(confidence * 100) / 100.0,
        confidence >= SURE && clear,
        false);
  }

  private Set<Candidate> candidates(Told recording, List<String> words) {
    Set<String> keys = new HashSet<>(words);
    recording.speakers().forEach(speaker -> keys.addAll(Likeness.words(speaker.name())));
    List<List<Candidate>> rarestFirst =
        keys.stream()
            .map(key -> byWord.getOrDefault(key, List.of()))
            .sorted(Comparator.comparingInt(List::size))
            .toList();
    Set<Candidate> candidates = new LinkedHashSet<>();
    for (List<Candidate> sharing : rarestFirst) {
      sharing.stream().limit(MOST_COMPARED - candidates.size()).forEach(candidates::add);
    }
    return candidates;
  }

  private double score(Session recording, List<String> words, Candidate candidate) {
    Told told = recording.told();
    TalkRow talk = candidate.talk();
    double title = likeness.ofTitles(words, candidate.words());
    boolean telling = !told.speakers().isEmpty() && !talk.speakers().isEmpty();
    if (telling && Likeness.endsInBeginning(told.title(), words, candidate.words())) {
      title = Math.max(title, CUT_OFF);
    }
    // Where one of them names nobody, the title has to do, and is trusted a little less.
    double score =
        telling
            ? TITLE * title + (1 - TITLE) * Likeness.ofSpeakers(told.speakers(), talk.speakers())
            : 0.9 * title;
    boolean dayKnown = recording.day() != null && talk.startsAt() != null;
    boolean sameDay =
        dayKnown
            && talk.startsAt() != null
            && talk.startsAt().toLocalDate().equals(recording.day());
    return Math.clamp(score + (sameDay ? DAY : dayKnown ? -DAY : 0), 0, 1);
  }
}
