package org.conferencedigest.summary.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.reviewed;
import static org.conferencedigest.summary.digest.Conferences.someNotes;
import static org.conferencedigest.summary.digest.Conferences.state;
import static org.conferencedigest.summary.digest.Conferences.talk;
import static org.conferencedigest.summary.digest.Conferences.with;
import static org.conferencedigest.summary.digest.Conferences.withTalks;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class AtomFeedTest {

  private static final String PUBLIC_URL = "https://d.example/";
  private static final Instant MONDAY = Instant.parse("2031-05-12T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2031-05-13T08:00:00.890603Z");
  private static final String TUESDAY_TOLD = "2031-05-13T08:00:00.890Z";

  @Test
  void hasAnEntryForEachNoteAsAnotherParserReadsIt() throws FeedException {
    ConferenceState state =
        with(
            state(null, someNotes()),
            "recorded",
            withTalks(note("Recorded <&>", "2031-05-07", "*Seen* & heard."), talk("A talk")));
    SyndFeed feed = rome(state);

    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getTitle()).isEqualTo("What we saw at PebbleConf");
    assertThat(feed.getUri()).isEqualTo("tag:d.example,2026:conferences/pebble-2031");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactlyInAnyOrderElementsOf(
            state.published().entrySet().stream()
                .filter(entry -> !Review.UNLISTED.equals(entry.getValue().review().section()))
                .map(entry -> "tag:d.example,2026:conferences/pebble-2031/notes/" + entry.getKey())
                .toList());
    SyndEntry recorded =
        feed.getEntries().stream()
            .filter(entry -> entry.getUri().endsWith("/recorded"))
            .findFirst()
            .orElseThrow();
    assertThat(recorded.getTitle()).isEqualTo("Recorded <&>");
    assertThat(recorded.getAuthor()).isEqualTo("ines");
    assertThat(recorded.getLink())
        .isEqualTo("https://d.example/conferences/pebble-2031/notes/recorded");
    assertThat(recorded.getContents().getFirst().getValue())
        .isEqualTo("<p><em>Seen</em> &amp; heard.</p>");
    assertThat(FeedRules.links(entry(state, "recorded"), "related"))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.getAttribute("href")).isEqualTo("https://video.example.org/1");
              assertThat(link.getAttribute("title")).isEqualTo("A talk: recording");
            });
  }

  @Test
  void anUnlistedNoteIsNoEntry() {
    ConferenceState state =
        with(
            state(null, someNotes()),
            "hidden",
            reviewed(
                note("Hidden", "2031-05-07", "Hidden."),
                review -> new Review(null, null, null, Review.UNLISTED, null, null)));
    assertThat(render(state)).doesNotContain("notes/hidden");
  }

  @Test
  void updatedMovesWithSignificantEditsAlone() throws FeedException {
    ConferenceState first = state(null, Map.of("a", told("Words.", MONDAY, MONDAY)));
    ConferenceState mended = with(first, "a", told("Wrods.", TUESDAY, MONDAY));
    ConferenceState told = with(first, "a", told("Other words.", TUESDAY, TUESDAY));

    assertThat(rome(first).getEntries().getFirst().getUpdatedDate()).isEqualTo(Date.from(MONDAY));
    assertThat(rome(told).getEntries().getFirst().getUpdatedDate())
        .isEqualTo(Date.from(Instant.parse(TUESDAY_TOLD)));
    assertThat(FeedRules.text(entry(mended, "a"), "updated")).isEqualTo(MONDAY.toString());
    assertThat(FeedRules.text(entry(told, "a"), "updated")).isEqualTo(TUESDAY_TOLD);
    assertThat(FeedRules.text(FeedRules.check(render(told)), "updated")).isEqualTo(TUESDAY_TOLD);
    assertThat(entry(told, "a").getElementsByTagNameNS(FeedRules.ATOM, "published").item(0))
        .satisfies(
            published -> assertThat(published.getTextContent()).isEqualTo(MONDAY.toString()));
  }

  @Test
  void theLatestIsFirstAndTheFeedIsAsOldAsItsLatest() {
    ConferenceState state =
        state(
            null,
            Map.of(
                "a", told("A.", MONDAY, MONDAY),
                "b", told("B.", TUESDAY, TUESDAY),
                "c", told("C.", MONDAY, MONDAY)));
    assertThat(FeedRules.entries(FeedRules.check(render(state))))
        .extracting(entry -> FeedRules.text(entry, "id").replaceFirst(".*/", ""))
        .containsExactly("b", "a", "c");
  }

  @Test
  void aRetractedNoteLeavesATombstone() {
    ConferenceState published = state(null, Map.of("a", told("A.", MONDAY, MONDAY)));
    ConferenceState gone =
        new ConferenceState(
            published.conference(), published.content(), Map.of(), Map.of("a", TUESDAY));

    Element feed = FeedRules.check(render(gone));
    assertThat(FeedRules.entries(feed)).isEmpty();
    assertThat(FeedRules.children(feed, FeedRules.TOMBSTONES, "deleted-entry"))
        .singleElement()
        .satisfies(
            tombstone -> {
              assertThat(tombstone.getAttribute("ref"))
                  .isEqualTo(FeedRules.text(entry(published, "a"), "id"));
              assertThat(tombstone.getAttribute("when")).isEqualTo(TUESDAY_TOLD);
            });
    assertThat(FeedRules.text(feed, "updated")).isEqualTo(TUESDAY_TOLD);
  }

  @Test
  void aRetractionOfANoteThatWasNeverSeenIsAChange() {
    ConferenceState before = state(null, someNotes());
    ConferenceState after =
        new ConferenceState(
            before.conference(), before.content(), before.published(), Map.of("late", MONDAY));
    assertThat(render(after)).isNotEqualTo(render(before));
    assertThat(DigestDocument.of(after).changesSince(DigestDocument.of(before)))
        .containsExactly(new DigestChange(DigestChange.Kind.REMOVED, "late"));
  }

  @Test
  void aFeedWithoutEntriesIsOne() {
    FeedRules.check(render(state(null, Map.of())));
  }

  @Test
  void whatXmlCannotHoldIsNotInIt() {
    ConferenceState state =
        state(
            null,
            Map.of(
                "控え",
                note(
                    "A\u0000\u000B\uFFFE ]]> \uD83D\uDE00 \uD800",
                    "2031-05-07",
                    "<script>x</script> ok")));
    Element feed = FeedRules.check(render(state));
    assertThat(FeedRules.text(FeedRules.entries(feed).getFirst(), "id"))
        .isEqualTo("tag:d.example,2026:conferences/pebble-2031/notes/%E6%8E%A7%E3%81%88");
    assertThat(FeedRules.text(FeedRules.entries(feed).getFirst(), "title")).contains("]]> 😀");
  }

  @Test
  void idsHangOnTheEntityAndNotOnTheAddress() {
    ConferenceState state = state(null, someNotes());
    TaggingEntity entity = new TaggingEntity("old.example.org,2030-01");
    String here =
        Renderings.render(
                DigestDocument.of(state), Format.ATOM, new PublicSite("http://localhost:1", entity))
            .text();
    String there =
        Renderings.render(
                DigestDocument.of(state),
                Format.ATOM,
                new PublicSite("https://new.example", entity))
            .text();
    assertThat(ids(here))
        .isEqualTo(ids(there))
        .allMatch(id -> id.startsWith("tag:old.example.org,"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, 'localhost,2026'",
    "https://Digest.Example.org/, 'digest.example.org,2026'",
    "https://bücher.example, 'xn--bcher-kva.example,2026'",
    "http://127.0.0.1:9, '127.0.0.1,2026'",
    "http://[::1]:8080, 'localhost,2026'",
    "nonsense, 'localhost,2026'"
  })
  void theEntityIsTheHost(String url, String entity) {
    assertThat(TaggingEntity.of(url).text()).isEqualTo(entity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "example.org", "example.org,26", "-x.org,2026", "a b,2026", "x.org,2026-13"})
  void whatIsNoEntityIsRefused(String text) {
    assertThatThrownBy(() -> new TaggingEntity(text)).hasMessageContaining("tagging entity");
  }

  private static List<String> ids(String xml) {
    return FeedRules.entries(FeedRules.check(xml)).stream()
        .map(entry -> FeedRules.text(entry, "id"))
        .toList();
  }

  private static Element entry(ConferenceState state, String slug) {
    return FeedRules.entries(FeedRules.check(render(state))).stream()
        .filter(entry -> FeedRules.text(entry, "id").endsWith("/notes/" + slug))
        .findFirst()
        .orElseThrow();
  }

  private static ReviewedNote told(String body, Instant updated, Instant significant) {
    ReviewedNote note = note("A note", "2031-05-07", body, Review.NONE);
    return new ReviewedNote(
        note.author(),
        note.title(),
        note.date(),
        note.frontMatter(),
        note.body(),
        note.review(),
        note.talks(),
        MONDAY,
        updated,
        significant,
        null);
  }

  private static SyndFeed rome(ConferenceState state) throws FeedException {
    String xml = render(state);
    FeedRules.check(xml);
    return new SyndFeedInput().build(new StringReader(xml));
  }

  private static String render(ConferenceState state) {
    return Renderings.render(DigestDocument.of(state), Format.ATOM, PUBLIC_URL).text();
  }
}
