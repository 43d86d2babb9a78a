package org.conferencedigest.summary.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.digest.Conferences.entry;
import static org.conferencedigest.summary.digest.Conferences.note;
import static org.conferencedigest.summary.digest.Conferences.state;

import java.util.Map;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.summary.digest.DigestDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingLinksTest {

  private static final String OUTLINE =
      """
      - [What's new?](#whats-new), [ropes](#ropes--roots), [more](#the-end), [gone](#nothing)

      ## The end

      <!-- digest:entries day date="2031-05-07" -->
      """;

  @ParameterizedTest
  @CsvSource({
    "What's new?, whats-new",
    "Ropes & roots, ropes--roots",
    "C++20: a_b, c20-a_b",
    "Écrire moins, écrire-moins",
    "海の話（山田）, 海の話山田"
  })
  void aHeadingIsCalledAsHugoAndGitHubCallIt(String words, String name) {
    assertThat(HeadingLinks.name(words)).isEqualTo(name);
  }

  @Test
  void linksLeadToHeadingsOfTheProseAndOfTheNotes() {
    String html =
        html(Map.of("a", note("A", "2031-05-07", "## What's new?\n\nWords.\n\n### Ropes & roots")));

    assertThat(html)
        .contains("<a href=\"#note-a.what-s-new\">", "id=\"note-a.what-s-new\"")
        .contains("<a href=\"#note-a.ropes-roots\">", "id=\"note-a.ropes-roots\"")
        .contains("<a href=\"#the-end\">", "id=\"the-end\"")
        .contains("<a href=\"#nothing\">");
  }

  @Test
  void aPageLinksToItsOwnHeadings() {
    String body = "[up](#its-name), [again](#its-name-1)\n\n## It's name\n\n## It's name\n";
    ReviewedNote note = note("A", "2031-05-07", body, entry("A."));
    DigestDocument document = DigestDocument.of(state(OUTLINE, Map.of("a", note)));

    assertThat(NotePage.render(document, "a", "https://d.example").orElseThrow().text())
        .contains("<a href=\"#it-s-name\">up</a>", "<a href=\"#it-s-name-2\">again</a>");
  }

  private static String html(Map<String, ReviewedNote> notes) {
    return Renderings.render(
            DigestDocument.of(state(OUTLINE, notes)), Format.HTML, "https://d.example")
        .text();
  }
}
