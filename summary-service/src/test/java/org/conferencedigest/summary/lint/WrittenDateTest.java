package org.conferencedigest.summary.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "## Wednesday, June 24 | 2020-06-24 | true",
        "## Thursday, June 24 | 2020-06-24 | false",
        "on Friday the 26th of June, we | 2020-06-26 | true",
        "Monday 3 August 2026 | 2026-08-03 | true",
        "Sunday, Sept. 13th, 2026 | 2026-09-13 | true",
        "tuesday (2026-11-24) | 2026-11-24 | true",
        "Saturday, MARCH 1 | 2020-03-01 | false",
        "Mercredi 24 juin | 2020-06-24 | true",
        "le jeudi 16 avril 2015 : | 2015-04-16 | true",
        "Mittwoch, den 24. Juni 2020 | 2020-06-24 | true",
        "Dienstag, 24. Juni | 2020-06-24 | false",
        "el miércoles, 24 de junio de 2020 | 2020-06-24 | true",
        "VENERDÌ 26 giugno | 2020-06-26 | true",
      })
  void areFoundAsPeopleWriteThem(String text, LocalDate date, boolean agrees) {
    assertThat(WrittenDate.in(text, 2020))
        .singleElement()
        .satisfies(
            written -> {
              assertThat(written.date()).isEqualTo(date);
              assertThat(written.agrees()).isEqualTo(agrees);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Monday we marched.",
        "Thursday, June 31",
        "Friday, may 99",
        "sundays 3 june",
        "Wednesday afternoon keynotes, June 24",
        "",
      })
  void othersAreNot(String text) {
    assertThat(WrittenDate.in(text, 2020)).isEmpty();
  }

  @Test
  void aLongTextTakesNoLongTime() {
    assertThat(WrittenDate.in("Monday, ".repeat(200_000) + "June 22", 2020)).hasSize(1);
  }
}
