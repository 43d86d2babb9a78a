package org.conferencedigest.notes.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificanceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          The lakehuose holds tables.         | The lakehouse holds tables.
          Teh lakehouse recieves taxi rides.  | The lakehouse receives taxi rides.
          It holds the the tables.            | It holds the tables.
          Alot of tables                      | A lot of tables
          A data base of rides                | A database of rides
          its tables                          | it's tables
          some words: here                    | Some *words* here!
          one  paragraph                      | one paragraph
          see [the talk](https://a.example/1) | see [the talk](https://b.example/2)
          see https://a.example/1             | see https://b.example/2?x=y
          cafe tables                         | café tables
          データ湖の話は長いです                | データ湖の話は長いでした
          """)
  void mendingSpellingMarkupAndLinksIsNotSignificant(String before, String now) {
    assertThat(isSignificant(before, now)).as("%s -> %s", before, now).isFalse();
    assertThat(isSignificant(now, before)).as("%s -> %s", now, before).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          The lakehouse holds tables.  | The lakehouse holds tables. And files.
          The lakehouse holds tables.  | The lakehouse does not hold tables.
          It is 10 times faster        | It is 100 times faster
          now it works                 | not it works
          you can use it               | you can't use it
          a table of rides             | a chart of rides
          データ湖の話は長いです         | データ湖の話は短くてとてもよかった
          ""                           | Something
          """)
  void otherWordsAreSignificant(String before, String now) {
    assertThat(isSignificant(before, now)).as("%s -> %s", before, now).isTrue();
    assertThat(isSignificant(now, before)).as("%s -> %s", now, before).isTrue();
  }

  @Test
  void aVerdictIsSignificantAndAPlaceIsNot() {
    Note note = note("T", "Words.", Review.NONE);

    assertThat(
            Significance.isSignificant(
                note, note.with(new Review(Verdict.BEST, null, null, null, null, null))))
        .isTrue();
    assertThat(
            Significance.isSignificant(
                note, note.with(new Review(null, null, null, "elsewhere", 7, 3))))
        .isFalse();
  }

  @Test
  void titleEntryAndRecommendationCountAsThePageDoes() {
    Note note = note("Lakehouses", "Words.", new Review(null, "An entry", "See it", null, 1, 1));

    assertThat(Significance.isSignificant(note, note("Lakehouse", "Words.", note.review())))
        .isFalse();
    assertThat(Significance.isSignificant(note, note("Warehouses today", "Words.", note.review())))
        .isTrue();
    assertThat(
            Significance.isSignificant(
                note, note.with(new Review(null, "Another story", "See it", null, 1, 1))))
        .isTrue();
    assertThat(
            Significance.isSignificant(
                note, note.with(new Review(null, "An entry", "Skip that", null, 1, 1))))
        .isTrue();
  }

  @Test
  void aLargePageIsComparedInNoTime() {
    String words = "a word ".repeat(100_000);
    String typos = "a wrod ".repeat(100_000);

    assertThatCode(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () -> {
                      assertThat(isSignificant(words, typos)).isFalse();
                      assertThat(isSignificant(words + "end", words + "other end")).isTrue();
                    }))
        .doesNotThrowAnyException();
  }

  private static boolean isSignificant(String before, String now) {
    return Significance.isSignificant(note("T", before, Review.NONE), note("T", now, Review.NONE));
  }

  private static Note note(String title, String body, Review review) {
    return Note.create(
        "c",
        "n",
        "ann",
        NoteState.PUBLISHED,
        title,
        new WrittenDate("2031-05-06"),
        null,
        body,
        List.of(),
        review);
  }
}
