package org.conferencedigest.notes.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @CsvSource({
    "2031-05-06,2031-05-06,2031-05-06",
    "2031-05-06T12:30,2031-05-06T12:30,2031-05-06",
    "2031-05-06 12:30:01,2031-05-06T12:30:01,2031-05-06",
    "2031-05-06T23:30:00Z,2031-05-06T23:30:00Z,2031-05-07",
    "2031-05-06 23:30:00 -0100,2031-05-06T23:30:00-01:00,2031-05-07"
  })
  void keepsADateWithThePrecisionItsAuthorGaveIt(String written, String iso, LocalDate inRome) {
    assertThat(WrittenDate.of(written))
        .hasValueSatisfying(
            date -> {
              assertThat(date.text()).isEqualTo(iso);
              assertThat(date.day(ZoneId.of("Europe/Rome"))).isEqualTo(inRome);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "May 6", "2031-02-30", "2031-05-06T25:00", "23:09 10-07-2018", "0000-01-01"})
  void refusesWhatIsNoDate(String text) {
    assertThat(WrittenDate.of(text)).isEmpty();
  }

  @Property
  void neverFails(@ForAll String text) {
    assertThat(WrittenDate.of(text)).isNotNull();
  }
}
