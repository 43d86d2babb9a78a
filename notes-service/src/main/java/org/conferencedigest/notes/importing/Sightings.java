package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.ListItem;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.recognition.SeenTalk;
import org.conferencedigest.notes.recognition.Surroundings;
import org.conferencedigest.notes.recognition.TalkReader;
import org.conferencedigest.notes.recognition.TierWords;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a post and says which pieces of it are the texts of which notes. A piece with a link
 * to a note is about that note; another is if it is sure to be about a talk.
 */
final class Sightings {

  /** What is like a talk, among things that are talks, is more likely to be one. */
  private static final double AMONG_TALKS = 0.35;

  /** The same, if most of these things say who speaks. */
  private static final double NAMED = 0.5;

  /** From here on, a thing counts as one that is like a talk. */
  private static final double ALIKE = 0.5;

  /** How many blocks are read in search of one talk. */
  private static final int READ_FOR_EACH = 6;

  private final String text;
  private final List<Part> parts;
  private final HugoRefs refs;
  private final KnownNotes known;
  private final int most;

  private final List<Claim> claims = new ArrayList<>();
  private final List<TierList> tiers = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, SeenTalk> talks = new LinkedHashMap<>();

  private final Set<String> withEntry = new HashSet<>();
  private final Map<String, String> byAnchor = new HashMap<>();

  private final HeadingTree tree;

  /** How many more blocks are read: each costs time, be it about a talk or not. */
  private int left;

  /** The parts that are within the text of a note, by their places. */
  private final Set<Integer> claimed = new HashSet<>();

  /** A list below words that say how good its items are. */
  private record Ranked(Part part, Block list, Verdict verdict, Surroundings around) {}

  private final List<Ranked> ranked = new ArrayList<>();

  /**
   * @param most how many notes a post may hold; what is beyond stays prose
   */
  Sightings(String text, List<Part> parts, HugoRefs refs, KnownNotes known, int most) {
    this.text = text;
    this.parts = parts;
    this.refs = refs;
    this.known = known;
    this.most = most;
    this.left = READ_FOR_EACH * most;
    this.tree = new HeadingTree(parts);
    look();
  }

  /** Pieces that are texts of notes, in no order. */
  List<Claim> claims() {
    return Collections.unmodifiableList(claims);
  }

  /** Lists of recommendations, at most one of a verdict. */
  List<TierList> tiers() {
    return Collections.unmodifiableList(tiers);
  }

  /** All talks that are worth telling of, by where they stand. */
  List<Finding> findings() {
    return findings.stream().sorted(java.util.Comparator.comparingInt(Finding::at)).toList();
  }

  /** What was seen of the talk of each note. */
  Map<String, SeenTalk> talks() {
    return Collections.unmodifiableMap(talks);
  }

  private void look() {
    headings();
    // A note has one entry: rather the one under its day than a mention elsewhere.
    blocks(true);
    blocks(false);
    ranked.forEach(this::rank);
  }

  // Headings ------------------------------------------------------------------------------------

  private void headings() {
    int count = parts.size();
    @Nullable SeenTalk[] seen = new SeenTalk[count];
    @Nullable String[] linked = new String[count];
    for (int i = 1; i < count; i++) {
      Part part = parts.get(i);
      Block heading = part.heading();
      if (heading == null || part.date() != null || tree.isTitleOfPost(i)) {
        continue;
      }
      linked[i] = linkedNote(heading.in(text));
      if (left-- <= 0) {
        continue;
      }
      seen[i] =
          TalkReader.heading(
              heading.node(),
              part.blocks().stream().map(Block::node).toList(),
              text,
              tree.around(i));
    }
    amongTalks(seen);
    int[] talksFrom = new int[count + 1];
    for (int i = count - 1; i > 0; i--) {
      // A heading above talks is none.
      if (talksFrom[i + 1] > talksFrom[tree.end(i)]) {
        seen[i] = seen[i] == null ? null : seen[i].unsure();
        linked[i] = null;
      }
      talksFrom[i] = talksFrom[i + 1] + (isTalk(seen[i], linked[i]) ? 1 : 0);
    }
    for (int i = 1; i < count; i = isTalk(seen[i], linked[i]) ? tree.end(i) : i + 1) {
      heading(i, seen[i], linked[i]);
    }
  }

  private static boolean isTalk(@Nullable SeenTalk seen, @Nullable String linked) {
    return linked != null || (seen != null && seen.isSure());
  }

  private void heading(int part, @Nullable SeenTalk seen, @Nullable String linked) {
    Block heading = parts.get(part).heading();
    if (heading == null || (seen == null && linked == null)) {
      return;
    }
    int end = tree.end(part);
    int to = heading.to();
    for (int inner = part; inner < end; inner++) {
      Part piece = parts.get(inner);
      to = piece.heading() == null ? to : Math.max(to, piece.heading().to());
      for (Block block : piece.blocks()) {
        to = block.belongsToTextAbove() ? block.to() : to;
      }
    }
    Verdict verdict = tree.verdict(tree.parent(part));
    boolean taken =
        claim(Claim.Shape.HEADING, owner(part), heading.from(), to, null, seen, linked, verdict);
    if (taken) {
      for (int inner = part; inner < end; inner++) {
        claimed.add(inner);
      }
      String note = claims.getLast().note();
      byAnchor.putIfAbsent(TalkReader.key(TalkReader.words(heading.node())), note);
      known.alias(TalkReader.words(heading.node()), note);
    }
  }

  private void amongTalks(@Nullable SeenTalk[] seen) {
    Map<List<Integer>, List<Integer>> siblings = new HashMap<>();
    for (int i = 1; i < seen.length; i++) {
      if (seen[i] != null) {
        siblings
            .computeIfAbsent(
                List.of(parts.get(tree.parent(i)).level(), parts.get(i).level()),
                s -> new ArrayList<>())
            .add(i);
      }
    }
    siblings
        .values()
        .forEach(
            group -> {
              List<SeenTalk> all = new ArrayList<>();
              group.forEach(i -> all.add(java.util.Objects.requireNonNull(seen[i])));
              List<SeenTalk> helped = amongTalks(all, AMONG_TALKS);
              for (int k = 0; k < group.size(); k++) {
                seen[group.get(k)] = helped.get(k);
              }
            });
  }

  private static List<SeenTalk> amongTalks(List<SeenTalk> all, double weight) {
    long alike = all.stream().filter(talk -> talk.confidence() >= ALIKE).count();
    if (alike < 2 || alike * 2 < all.size()) {
      return all;
    }
    long named = all.stream().filter(talk -> !talk.speakers().isEmpty()).count();
    double share = named > 2 && named * 4 >= all.size() * 3L ? Math.max(weight, NAMED) : weight;
    return all.stream().map(talk -> talk.confidence() >= 0.3 ? talk.among(share) : talk).toList();
  }

  /** The section in which a talk with a heading stands: the one of the heading above. */
  private Part owner(int part) {
    return parts.get(tree.parent(part));
  }

  // Lists and paragraphs ------------------------------------------------------------------------

  private void blocks(boolean dated) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if ((part.date() != null) == dated && !claimed.contains(i)) {
        lists(i, part);
        paragraphs(i, part);
      }
    }
  }

  private void lists(int at, Part part) {
    Surroundings here = tree.inside(at);
    Optional<Verdict> ofHeading = Optional.ofNullable(tree.verdict(at));
    @Nullable Block before = null;
    for (Block block : part.blocks()) {
      if (block.kind() == Block.Kind.LIST) {
        String lead =
            before != null && before.kind() == Block.Kind.PARAGRAPH ? lastWords(before) : "";
        Optional<Verdict> verdict = TierWords.verdict(lead).or(() -> ofHeading);
        Surroundings around = lead.isEmpty() ? here : here.below(lead);
        if (verdict.isPresent()) {
          ranked.add(new Ranked(part, block, verdict.get(), around));
        } else {
          items(part, block, around, null);
        }
      }
      before = block;
    }
  }

  /** The last lines of a paragraph: they lead to what stands below. */
  private static String lastWords(Block paragraph) {
    String words = TalkReader.words(paragraph.node()).strip();
    int sentence = Math.max(words.lastIndexOf(". ", words.length() - 2), words.lastIndexOf('\n'));
    return words.substring(sentence + 1);
  }

  private void rank(Ranked list) {
    boolean first = tiers.stream().noneMatch(tier -> tier.verdict() == list.verdict());
    Map<Block, SeenTalk> seen = seenIn(list.list(), list.around());
    Optional<TierList> tier =
        first
            ? TierList.read(
                list.list(), list.verdict(), text, item -> recommended(item, seen.get(item)))
            : Optional.empty();
    if (tier.isPresent() && tier.get().items().keySet().stream().noneMatch(this::isRecommended)) {
      tiers.add(tier.get());
      for (Block item : Blocks.items(list.list(), text)) {
        String note = recommended(item, seen.get(item));
        SeenTalk talk = seen.get(item);
        if (note != null && talk != null) {
          // What links to a page of notes is a recommendation of it, and no title of a talk.
          boolean linked = linkedNote(item.in(text)) != null;
          if (!linked) {
            talks.putIfAbsent(note, talk);
          }
          findings.add(
              new Finding(
                  item.from(),
                  Claim.Shape.ITEM,
                  linked ? null : talk,
                  note,
                  linked || !talk.isSure() ? 1 : talk.confidence()));
        }
      }
    } else {
      items(list.part(), list.list(), list.around(), list.verdict());
    }
  }

  private boolean isRecommended(String note) {
    return tiers.stream().anyMatch(tier -> tier.items().containsKey(note));
  }

  /** The note that an item recommends: by a link to it, by a link to its heading, or by name. */
  private @Nullable String recommended(Block item, @Nullable SeenTalk seen) {
    String linked = linkedNote(item.in(text));
    if (linked != null || seen == null) {
      return linked;
    }
    String anchored =
        item.node() instanceof ListItem node
            ? byAnchor.get(TalkReader.key(TalkReader.anchor(node)))
            : null;
    if (anchored != null) {
      return anchored;
    }
    Optional<String> note = known.find(seen);
    if (note.isEmpty() && seen.isSure() && talks.size() < most) {
      note = Optional.of(known.findOrName(seen));
    }
    return note.filter(slug -> !known.isDraft(slug)).orElse(null);
  }

  private Map<Block, SeenTalk> seenIn(Block list, Surroundings around) {
    List<Block> items = Blocks.items(list, text);
    List<SeenTalk> seen = read(items, around);
    if (!around.talks() && seen.stream().anyMatch(SeenTalk::isSure)) {
      seen = read(items, around.besideTalks());
    }
    seen = amongTalks(seen, AMONG_TALKS);
    Map<Block, SeenTalk> byItem = new LinkedHashMap<>();
    for (int i = 0; i < seen.size(); i++) {
      byItem.put(items.get(i), seen.get(i));
    }
    return byItem;
  }

  private List<SeenTalk> read(List<Block> items, Surroundings around) {
    List<SeenTalk> seen = new ArrayList<>();
    for (Block item : items) {
      seen.add(
          item.node() instanceof ListItem node && left-- > 0
              ? TalkReader.item(node, text, around)
              : SeenTalk.NONE);
    }
    return seen;
  }

  private void items(Part part, Block list, Surroundings around, @Nullable Verdict verdict) {
    seenIn(list, around)
        .forEach(
            (item, seen) ->
                claim(
                    Claim.Shape.ITEM,
                    part,
                    item.from(),
                    item.to(),
                    list,
                    seen,
                    linkedNote(item.in(text)),
                    verdict));
  }

  private void paragraphs(int at, Part part) {
    Surroundings around = tree.inside(at);
    Verdict verdict = tree.verdict(at);
    List<Block> paragraphs =
        part.blocks().stream().filter(b -> b.kind() == Block.Kind.PARAGRAPH).toList();
    List<SeenTalk> seen =
        amongTalks(
            paragraphs.stream()
                .map(p -> left-- > 0 ? TalkReader.paragraph(p.node(), text, around) : SeenTalk.NONE)
                .toList(),
            0.25);
    for (int i = 0; i < paragraphs.size(); i++) {
      Block paragraph = paragraphs.get(i);
      Set<String> linked = linkedNotes(paragraph.in(text));
      boolean leads = linked.isEmpty() && seen.get(i).isAllOf(TalkReader.words(paragraph.node()));
      claim(
          Claim.Shape.PARAGRAPH,
          part,
          paragraph.from(),
          leads ? endOfTextBelow(part, paragraph, paragraphs, seen) : paragraph.to(),
          null,
          // One that links to several notes is about none of them alone.
          linked.isEmpty() ? seen.get(i) : null,
          linked.size() == 1 ? linked.iterator().next() : null,
          verdict);
    }
  }

  /** A line in the place of a heading has all below it that is not about another talk. */
  private int endOfTextBelow(Part part, Block line, List<Block> paragraphs, List<SeenTalk> seen) {
    int end = line.to();
    for (Block block :
        part.blocks().subList(part.blocks().indexOf(line) + 1, part.blocks().size())) {
      int paragraph = paragraphs.indexOf(block);
      if (!block.belongsToTextAbove()
          || (paragraph >= 0 && seen.get(paragraph).isSure())
          || holdsTalks(block)
          || !linkedNotes(block.in(text)).isEmpty()) {
        break;
      }
      end = block.to();
    }
    return end;
  }

  private boolean holdsTalks(Block list) {
    return claims.stream().anyMatch(claim -> list.equals(claim.list()))
        || ranked.stream().anyMatch(other -> list.equals(other.list()));
  }

  // Claims --------------------------------------------------------------------------------------

  private Set<String> linkedNotes(String markdown) {
    Set<String> linked = new java.util.LinkedHashSet<>(refs.linkedIn(markdown));
    linked.retainAll(known.published());
    return linked;
  }

  private @Nullable String linkedNote(String markdown) {
    Set<String> linked = linkedNotes(markdown);
    return linked.size() == 1 ? linked.iterator().next() : null;
  }

  private boolean claim(
      Claim.Shape shape,
      Part part,
      int from,
      int to,
      @Nullable Block list,
      @Nullable SeenTalk seen,
      @Nullable String linked,
      @Nullable Verdict verdict) {
    String note = linked;
    if (note == null
        && seen != null
        && seen.isSure()
        && claims.size() < most
        && Block.isWholeLines(text, from, to)) {
      note = known.findOrName(seen);
      note = known.isDraft(note) ? null : note;
    }
    boolean taken = note != null && withEntry.add(note);
    if (taken && note != null) {
      Verdict own = seen == null ? null : seen.verdict();
      claims.add(new Claim(shape, part, from, to, list, note, own != null ? own : verdict));
      if (linked == null && seen != null) {
        // What its own text says of a talk is more than what a list of recommendations does.
        talks.put(note, seen);
      }
    }
    if (taken || (seen != null && seen.isWorthTelling())) {
      findings.add(
          new Finding(
              from,
              shape,
              linked == null ? seen : null,
              taken ? note : null,
              linked != null || seen == null ? 1 : seen.confidence()));
    }
    return taken;
  }
}
